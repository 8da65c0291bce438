using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>Faults of single lines: how they are written.</summary>
internal static class SyntaxFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        .. new[] { "x", "F", "fd", "files", "+f" }.Select(letter => new Fault($"the type '{letter}'", at =>
            at.Expect(UnknownEntryType.Rule, at.Put($"{letter} ~/a 0555 root bin"), Place.Start, null))),
        new("a type glued to its path", at => at.Expect(UnknownEntryType.Rule, at.Put("f~/a 0555 root bin"), Place.Start, null)),
        .. new[] { "f ~/a", "f ~/a 0444", "f ~/a 0444 root", "d ~/a 0755 root", "f", "s", "h" }.Select(line => new Fault($"'{line}'", at =>
            at.Expect(WrongFieldCount.Rule, at.Put(line), Place.End, null))),
        .. new[] { "f ~/a 0444 root bin surplus", "d ~/a 0755 root sys surplus", "s ~/a=b surplus", "h ~/a=~/b surplus" }.Select(line => new Fault(
            $"'{line}'", at => at.Expect(WrongFieldCount.Rule, at.Put(line), Place.Of("surplus"), null))),
        .. new[] { "0x55", "0589", "rwxr-xr-x", "10000", "-644", "44", "000444" }.Select(mode => new Fault($"the mode '{mode}'", at =>
            at.Expect(BadModeSyntax.Rule, at.Put($"f ~/a {mode} root bin"), Place.Mode, null))),
        .. new[] { "444", "644", "00644" }.Select(mode => new Fault($"the mode '{mode}'", at =>
            at.Expect(ModeNotFourDigits.Rule, at.Put($"f ~/a {mode} root bin"), Place.Mode, "a"))),
        .. new[] { "s ~/a", "h ~/a", "s ~/a=", "h ~/a=" }.Select(line => new Fault($"'{line}'", at =>
            at.Expect(MissingLinkSeparator.Rule, at.Put(line), Place.Path, null))),
        new("a link without a path", at => at.Expect(MissingLinkSeparator.Rule, at.Put("s =~/a"), Place.Path, null)),
        new("a second '=' at once", at => at.Expect(MultipleEquals.Rule, at.Put("s ~/a==b"), Place.Of("=b"), null)),
        new("a second '=' later", at => at.Expect(MultipleEquals.Rule, at.Put("h ~/a=~/b=c"), Place.Of("=c"), null)),
        new("an absolute path", at => at.Expect(AbsolutePath.Rule, at.Put("f /~/a 0444 root bin"), Place.Path, null)),
        new("an absolute target of a hard link", at => at.Expect(AbsolutePath.Rule, at.Put("h ~/a=/~/b"), Place.Target, null)),
        .. new[] { "~/a/", "~//a", "~/./a", "./~/a", "~/a/." }.Select(path => new Fault($"the path '{path}'", at =>
            at.Expect(NonNormalPath.Rule, at.Put($"d {path} 0755 root bin"), Place.Path, "a"))),
        .. new[] { "~/../a", "../~/a", "~/..", ".." }.Select(path => new Fault($"the path '{path}'", at =>
            at.Expect(NonNormalPath.Rule, at.Put($"f {path} 0444 root bin"), Place.Path, null))),
        new("the root as a file", at => at.Expect(NonNormalPath.Rule, at.Put("f . 0444 root bin"), Place.Path, null)),
        new("a comment behind an entry", at => at.Expect(HashInsideLine.Rule, at.Put("f ~/a 0444 root bin # note"), Place.Of("#"), "a")),
        new("a '#' in a name", at => at.Expect(HashInsideLine.Rule, at.Put("f ~/a#b 0444 root bin"), Place.Path, "a#b")),
        new("a line that is too long", at => at.Expect(
            LineTooLong.Rule, at.Put($"f ~/a{new string(' ', LineTooLong.MaxLine)}0444 root bin"), Place.Column(LineTooLong.MaxLine + 1), "a")),
        .. new[] { "\u00e9", "\u0007", "\ufeff", "\U0001F680" }.Select(odd => new Fault($"the character U+{char.ConvertToUtf32(odd, 0):X4}", at =>
            at.Expect(NonAsciiOrControlChar.Rule, at.Put($"f ~/a{odd}b 0444 root bin"), Place.Of(odd), $"a{odd}b"))),
        .. new[] { "\0", "\udc80" }.Select(odd => new Fault($"the character {(int)odd[0]:X4}, which no name can have", at =>
            at.Expect(NonAsciiOrControlChar.Rule, at.Put($"f ~/\u00e9{odd}b 0444 root bin"), Place.Of(odd), null))),
        .. new[] { "'", "\"", "\\" }.Select(quote => new Fault($"a {quote} in a name", at =>
            at.Expect(QuotingHazardChar.Rule, at.Put($"f ~/a{quote}b 0444 root bin"), Place.Of(quote), $"a{quote}b"))),
        .. new[] { "$UNDECLARED", "@MACH@", "%{name}", "${MACH}", "$(MACH)" }.Select(variable => new Fault(variable, at =>
            at.Expect(UnexpandedVariable.Rule, at.Put($"f ~/a{variable} 0444 root bin"), Place.Of(variable), $"a{variable}"))),
        .. new[] { "<<<<<<< HEAD", "=======", ">>>>>>> 12ab34c" }.Select(marker => new Fault(marker, at =>
            at.Expect(MergeConflictMarker.Rule, at.Put(marker), Place.Start, null))),
        new("blanks at the end", at => at.Expect(TrailingWhitespace.Rule, at.Put("f ~/a 0444 root bin\t "), Place.Of("\t"), "a")),
        new("blanks at the start", at => at.Expect(LeadingBlank.Rule, at.Put(" \tf ~/a 0444 root bin"), Place.Start, "a")),
        new("a name that is too long", at =>
        {
            string name = new('n', PathTooLong.MaxName + 1);
            at.Expect(PathTooLong.Rule, at.Put($"f ~/{name} 0444 root bin"), Place.Path, name);
        }),
    ];
}
