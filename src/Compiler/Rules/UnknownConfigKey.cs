using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0008: The workspace file has a key that mlc does not know, or a value of another type than the key takes.</summary>
public static class UnknownConfigKey
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0008",
        Name = "unknown-config-key",
        Severity = Severity.Error,
        Phase = Phase.Configuration,
        Summary = "The workspace file has a key that mlc does not know, or a value of another type than the key takes.",
        Explanation =
            "A misspelled key that is passed over leaves the default in force while the file says otherwise: the platform is built "
            + "from other directories, or judged by other rules, than its author believes. build_live takes its settings from "
            + "environment variables and arguments, where a misspelled name is no error; here it is one, and the nearest known key is named. "
            + "mlc config --schema writes a schema by which editors complete and check the file while it is written.",
        Bad = "[search]\ndirectory = [\"proto\"]",
        Good = "[search]\ndirectories = [\"proto\"]",
    };
}
