using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4004: A file that is needed before /usr is mounted is delivered by no manifest.</summary>
public static class UnderfileMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4004",
        Name = "underfile-missing",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "A file that is needed before /usr is mounted is delivered by no manifest.",
        Explanation =
            "The underfiles are copies of objects of /usr that lie in the root image under the mount point; what "
            + "attaches /usr runs from them. Without one of them the platform does not boot.",
        Bad = """
            [filesystem.usr]
            underfiles = ["bin/lss"]
            """,
        Good = """
            [filesystem.usr]
            underfiles = ["bin/ls"]
            """,
    };

    /// <summary>The underfile <paramref name="path"/> is not delivered.</summary>
    public static Finding At(ImagePath path, string? near) =>
        Finding.Of(Rule, $"the underfile '{path}' is not delivered") with
        {
            Help = near is null ? "deliver it, or take it off the list of underfiles" : $"did you mean {near}?",
            Subject = new Subject(path.Text, "file", null),
        };
}
