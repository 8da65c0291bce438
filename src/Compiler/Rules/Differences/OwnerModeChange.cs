using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9104: An object has another mode, owner or group, or is no longer another name of the same file.</summary>
public static class OwnerModeChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9104",
        Name = "owner-mode-change",
        Severity = Severity.Warning,
        Phase = Phase.Compare,
        Summary = "An object has another mode, owner or group, or is no longer another name of the same file.",
        Explanation =
            "Mode and owner decide who may read, change and run an object. Names of one file (hard links) that become files "
            + "of their own take their room twice, and what is written through one is not seen through the other. Set-id bits "
            + "have a rule of their own.",
        Bad = "(etc/shadow was 0400 in OLD, and is 0444 in NEW)",
        Good = "(etc/shadow is 0400 in both)",
    };

    /// <summary><paramref name="subject"/> differs in <paramref name="attributes"/>: what each is called, was, and is.</summary>
    public static Finding At(Subject subject, IReadOnlyList<(string Name, string Old, string New)> attributes) => Finding.Of(
        Rule, $"{subject.Type} '{subject.Path}' changed: {string.Join(", ", attributes.Select(one => $"{one.Name} {one.Old} to {one.New}"))}") with
    {
        Subject = subject,
        Detail = [.. attributes.SelectMany(one => new KeyValuePair<string, string>[] { new($"old.{one.Name}", one.Old), new($"new.{one.Name}", one.New) })],
        DetailKey = string.Join(' ', attributes.Select(one => $"{one.Name} {one.Old} {one.New}")),
    };

    /// <summary><paramref name="subject"/> was a name of the same file as <paramref name="old"/>, and is one of that of <paramref name="now"/>; null for a file of its own.</summary>
    public static Finding Names(Subject subject, string? old, string? now) => Finding.Of(
        Rule,
        (old, now) switch
        {
            (not null, null) => $"{subject.Type} '{subject.Path}' is no other name of '{old}' any more, but a file of its own",
            (null, _) => $"{subject.Type} '{subject.Path}' is another name of '{now}' now, and was a file of its own",
            _ => $"{subject.Type} '{subject.Path}' is another name of '{now}' now, and was one of '{old}'",
        }) with
    {
        Subject = subject,
        Detail = [new("old.names", old ?? ""), new("new.names", now ?? "")],
        DetailKey = $"names {old} {now}",
    };
}
