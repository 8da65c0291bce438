using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7107: Somebody may do what those nearer to the object may not.</summary>
public static class PermInversion
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7107",
        Name = "perm-inversion",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "Others may do what the group may not, or the group what the owner may not.",
        Explanation =
            "The first of owner, group and others that fits a process decides, and the rest is not looked at: with 0044 "
            + "everybody may read the file except its owner. Hardly anybody means that; a digit is missing, or two "
            + "have changed places.",
        Bad = "f usr/share/man/man1/size.1 0044 root bin",
        Good = "f usr/share/man/man1/size.1 0444 root bin",
    };

    /// <summary>Finds those of <paramref name="entries"/> whose permissions do not fall from owner to group to others.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<NodeEntry> entries) => entries
        .Where(entry => Inversion(entry.Mode) is not null)
        .Select(entry => Permission.At(
            Rule, entry, $"with the mode {entry.Mode} of the {entry.TypeName} '{entry.Path}' {Inversion(entry.Mode)}",
            "give the owner what the group may do, and the group what others may, or excuse it with a reason"));

    private static string? Inversion(Mode mode)
    {
        int owner = mode.Bits >> 6 & 7;
        int group = mode.Bits >> 3 & 7;
        int others = mode.Bits & 7;
        return (group & ~owner) != 0 ? "the group may do what the owner may not"
            : (others & ~owner) != 0 ? "others may do what the owner may not"
            : (others & ~group) != 0 ? "others may do what the group may not"
            : null;
    }
}
