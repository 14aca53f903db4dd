// The parts of a trial
