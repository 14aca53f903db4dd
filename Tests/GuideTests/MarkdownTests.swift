import Testing

@testable import Guide

@Suite struct MarkdownTests {
    @Test func headingsGetSlugsAndRepeatedOnesANumber() {
        #expect(
            Markdown("## P10–P90 and more!\n\n## P10–P90 and more!").html
                == "<h2 id=\"p10-p90-and-more\">P10–P90 and more!</h2>\n<h2 id=\"p10-p90-and-more-2\">P10–P90 and more!</h2>\n"
        )
    }

    @Test func linesOfAParagraphBelongTogether() {
        #expect(Markdown("One\ntwo.\r\n\r\nThree.").html == "<p>One two.</p>\n<p>Three.</p>\n")
    }

    @Test func listsAreReadWithWhatIsSetIn() {
        #expect(
            Markdown("- a\n  b\n- c\n\n1. d\n2. e").html
                == "<ul>\n<li>a b</li>\n<li>c</li>\n</ul>\n<ol>\n<li>d</li>\n<li>e</li>\n</ol>\n")
    }

    @Test func codeIsShownAsItIs() {
        #expect(
            Markdown("```\na < b **c**\n\n# d\n```\nend").html
                == "<pre tabindex=\"0\"><code>a &lt; b **c**\n\n# d</code></pre>\n<p>end</p>\n")
    }

    @Test func tablesNameTheirRows() {
        let html = Markdown("| a | b |\n| --- | --- |\n| **x** | y \\| z |\n| only |").html
        #expect(html.contains("<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"))
        #expect(html.contains("<tr><th scope=\"row\"><strong>x</strong></th><td>y | z</td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">only</th><td></td></tr>"))
        #expect(html.contains("role=\"region\" tabindex=\"0\" aria-label=\"Table: a, b\""))
    }

    @Test func everythingIsEscaped() {
        let text =
            "# <script>\n\n<b onclick=\"x\">&amp;</b> `<i>` **<u>**\n\n- <li>\n\n| <a> |\n| - |\n| 'q' |\n\n```\n</pre>\n```"
        let html = Markdown(text).html
        for tag in ["<script", "<b ", "<i>", "<u>", "<li><li>", "<a>", "</pre></code>"] { #expect(!html.contains(tag)) }
        #expect(html.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;"))
    }

    @Test(arguments: [
        ("glossary.md#median", "/guide/glossary#median"), ("05-what-would-change-it.md", "/guide/what-would-change-it"),
        ("problems.md#outdated", "/guide/problems#outdated"), ("/cases/new", "/cases/new"), ("#here", "#here"),
    ])
    func aLinkLeadsIntoThisSite(_ target: String, _ address: String) {
        #expect(MarkdownInline.address(target) == address)
        #expect(MarkdownInline.html("[x](\(target))") == "<a href=\"\(address)\">x</a>")
    }

    @Test(arguments: [
        "https://example.org", "//example.org", "javascript:alert", "data:text", "../secret.md", "/a/../b", "", "#",
        "other.html", "/a\"b", "\\\\host",
    ])
    func aLinkNeverLeadsElsewhere(_ target: String) {
        #expect(MarkdownInline.address(target) == nil)
        #expect(!MarkdownInline.html("[x](\(target))").contains("<a"))
    }

    @Test func whatIsNotClosedStaysAsItWasTyped() {
        #expect(MarkdownInline.html("a ** b `c [d](e") == "a ** b `c [d](e")
        #expect(MarkdownInline.html("\\*\\*not bold\\*\\*") == "**not bold**")
        #expect(
            MarkdownInline.html("[**b** `c`](glossary.md)")
                == "<a href=\"/guide/glossary\"><strong>b</strong> <code>c</code></a>")
    }

    @Test func anyTextIsReadToItsEnd() {
        for text in ["", "\n", "```", "|", "| a |", "- ", "1.", "#", "**", "[", "\\", "|-|\n|-|", "- a\n1. b\n- c"] {
            #expect(Markdown(text).blocks.count <= 3)
        }
    }
}
