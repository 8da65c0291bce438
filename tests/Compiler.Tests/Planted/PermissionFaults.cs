using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Tests.Planted;

/// <summary>Faults of modes.</summary>
internal static class PermissionFaults
{
    public static IEnumerable<Fault> All { get; } =
    [
        Mode("f", "a", "0666", WorldWritable.Rule, GroupWritable.Rule),
        Mode("d", "a", "0777", WorldWritable.Rule, GroupWritable.Rule),
        Mode("f", "a", "0646", WorldWritable.Rule, PermInversion.Rule),
        Mode("f", "a", "0664", GroupWritable.Rule),
        Mode("d", "a", "0775", GroupWritable.Rule),
        Mode("f", "a", "4555", SetidNotAllowlisted.Rule),
        Mode("f", "a", "2555", SetidNotAllowlisted.Rule),
        Mode("f", "a", "4755", SetidNotAllowlisted.Rule, SetidWritable.Rule),
        Mode("d", "a", "2755", SetidOnDirectory.Rule),
        Mode("f", "a", "0455", PermInversion.Rule),
        Mode("f", "a", "0545", PermInversion.Rule),
        Mode("d", "a", "0715", PermInversion.Rule),
        Mode("d", "a", "0444", DirWithoutExec.Rule),
        Mode("f", "a", "0400", UnreadableFile.Rule),
        Mode("f", "a", "0000", UnreadableFile.Rule),
        Mode("f", "a.h", "0555", ExecBitOnData.Rule),
        Mode("f", "a.json", "0755", ExecBitOnData.Rule),
        new("a program that nobody may run", at =>
        {
            at.Put("d ~/bin 0755 root bin");
            at.Expect(BinNotExecutable.Rule, at.Put("f ~/bin/a 0444 root bin"), Place.Mode, "bin/a");
        }),
    ];

    private static Fault Mode(string type, string name, string mode, params Rule[] rules) => new($"'{type} {name} {mode}'", at =>
    {
        PlantedLine line = at.Put($"{type} ~/{name} {mode} root bin");
        foreach (Rule rule in rules) at.Expect(rule, line, Place.Mode, name);
    });
}
