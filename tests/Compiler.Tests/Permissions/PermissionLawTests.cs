using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Permissions;

/// <summary>What holds of every mode: to put one rule right never puts another one wrong.</summary>
public sealed class PermissionLawTests
{
    private static readonly Gen<Mode> AnyMode = Gen.Int[0, 0xfff].Select(bits => new Mode(bits));

    private static readonly Gen<string> AnyPath =
        Gen.OneOf("motd", "usr/bin/frob", "usr/bin/tap.js", "usr/lib/index.js", "usr/lib/libssp.a", "sbin/conf.xml", "usr/lib/secret/key");

    private static readonly Gen<(char Letter, string Path, Mode Mode)> Entry =
        Gen.Select(Gen.OneOf('f', 'd'), AnyPath, AnyMode, (letter, path, mode) => (letter, path, mode));

    [Fact]
    public void What_a_fix_leaves_fires_neither_the_rule_nor_another_one() =>
        Gen.Select(Entry, AnyMode).Sample(
            (entry, reviewed) =>
            {
                Profile profile = SmartOs.Profile with { Setids = [new(ImagePath.Parse(entry.Path), reviewed, "root", "bin", "reviewed")] };
                string text = $"{entry.Letter} {entry.Path} {entry.Mode} root bin\n";
                Finding[] before = Findings(text, profile);
                foreach (Finding finding in before)
                {
                    foreach (Fix fix in finding.Fixes)
                    {
                        string[] left = Ids(Findings(Applied(fix), profile));
                        left.Should().NotContain(finding.Rule.Id).And.BeSubsetOf(Ids(before), "{0} of {1}", fix.Title, text);
                    }
                }
            },
            iter: 4000);

    [Fact]
    public void Every_mode_without_a_finding_stays_without_one_when_written_with_other_words() =>
        Entry.Sample(entry =>
        {
            string[] ids = Ids(Findings($"{entry.Letter} {entry.Path} {entry.Mode} root bin\n", SmartOs.Profile));
            Ids(Findings($"{entry.Letter}  {entry.Path}/. 0{entry.Mode}\troot  bin\n", SmartOs.Profile)).Should().Equal(ids);
        });

    [Fact]
    public void Every_rule_with_a_fix_offers_it_for_some_mode()
    {
        string[] mended = [.. Enumerable.Range(0, 0x1000)
            .SelectMany(bits => new[] { $"f usr/bin/a {new Mode(bits)} root bin\n", $"f a.js {new Mode(bits)} root bin\n", $"d a {new Mode(bits)} root bin\n" })
            .SelectMany(line => Findings(line, SmartOs.Profile))
            .Where(finding => finding.Fixes.Count > 0)
            .Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal)];
        mended.Should().Equal("MLC7101", "MLC7102", "MLC7104", "MLC7106", "MLC7108", "MLC7110", "MLC7111");
    }

    private static Finding[] Findings(string text, Profile profile) =>
    [
        .. Compilation.Run(
                new CompilationInput { Manifests = [("c", new SourceText("c", text))], Profile = profile, IsWhole = false },
                Checked.Host)
            .Findings.Where(finding => finding.Rule.Id.StartsWith("MLC71", StringComparison.Ordinal)),
    ];

    private static string Applied(Fix fix)
    {
        Edit edit = fix.Edits.Should().ContainSingle().Which;
        return edit.Source.Text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement);
    }

    private static string[] Ids(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal)];
}
