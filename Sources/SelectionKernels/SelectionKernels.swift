/// The arithmetic of selection that is run millions of times: nothing but loops over numbers.
public enum SelectionKernels {}
