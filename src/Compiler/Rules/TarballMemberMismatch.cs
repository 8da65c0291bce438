using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9013: A file of a platform directory is not in its archive, or differs from it.</summary>
public static class TarballMemberMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9013",
        Name = "tarball-member-mismatch",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A file of a platform directory is not in its archive, or differs from it.",
        Explanation =
            "The archive is what others download and install, and the directory is what was tested. Types and contents are compared; "
            + "modes and owners are not, because everything in the archive belongs to root. It is looked for where verify is given "
            + "the archive with --tgz.",
        Bad = "mlc verify output/platform-latest --tgz OTHER.tgz",
        Good = "mlc verify output/platform-latest --tgz output/platform-latest.tgz",
    };
}
