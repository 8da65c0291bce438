using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9111: A file under etc that administrators may change has another content.</summary>
public static class ConfigChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9111",
        Name = "config-change",
        Severity = Severity.Info,
        Phase = Phase.Compare,
        Summary = "A file under etc that administrators may change has another content.",
        Explanation =
            "Who has changed the file, or copied it, goes on with the older content. It counts as such a file where its "
            + "owner may write it.",
        Bad = "(etc/ssh/sshd_config differs, and has mode 0644)",
        Good = "(etc/ssh/sshd_config is the same in both)",
    };

    /// <summary>The configuration file <paramref name="subject"/> has another content.</summary>
    public static Finding At(Subject subject) => Finding.Of(Rule, $"configuration {subject.Type} '{subject.Path}' has another content") with
    {
        Subject = subject,
        Help = "tell those who keep a changed copy",
    };
}
