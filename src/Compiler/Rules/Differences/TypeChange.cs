using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9105: An object became one of another type, another device, or a link to somewhere else.</summary>
public static class TypeChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9105",
        Name = "type-change",
        Severity = Severity.Warning,
        Phase = Phase.Compare,
        Summary = "An object became one of another type, another device, or a link to somewhere else.",
        Explanation =
            "What opens it by its name gets something else. Links that lead to the same place by another spelling, such as "
            + "an absolute and a relative one, are the same. A link that leads from one object to another of the same type, "
            + "as after a new version of a library, is information.",
        Bad = "(etc/motd was a file in OLD, and is a symbolic link in NEW)",
        Good = "(etc/motd is a file in both)",
    };

    /// <summary><paramref name="subject"/>, which is of the new type, was a <paramref name="old"/>.</summary>
    public static Finding Type(Subject subject, string old) =>
        Finding.Of(Rule, $"'{subject.Path}' was a {old}, and is a {subject.Type} now") with
        {
            Subject = subject,
            Detail = [new("old.type", old), new("new.type", subject.Type)],
            DetailKey = $"type {old} {subject.Type}",
        };

    /// <summary>The device <paramref name="subject"/> had the numbers <paramref name="old"/>, and has <paramref name="now"/>.</summary>
    public static Finding Device(Subject subject, string old, string now) =>
        Finding.Of(Rule, $"{subject.Type} '{subject.Path}' was device {old}, and is {now} now") with
        {
            Subject = subject,
            Detail = [new("old.device", old), new("new.device", now)],
            DetailKey = $"device {old} {now}",
        };

    /// <summary>The link <paramref name="subject"/> had the text <paramref name="old"/>, and has <paramref name="now"/>; whether both lead to objects <paramref name="ofOneKind"/>.</summary>
    public static Finding Target(Subject subject, string old, string now, bool ofOneKind) =>
        Finding.Of(Rule, $"symbolic link '{subject.Path}' leads to '{now}' now, and led to '{old}'") with
        {
            Severity = ofOneKind ? Severity.Info : Rule.Severity,
            Subject = subject,
            Detail = [new("old.target", old), new("new.target", now)],
            DetailKey = $"target {old} {now}",
        };
}
