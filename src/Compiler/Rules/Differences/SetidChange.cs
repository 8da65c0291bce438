using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9103: A set-user-id or set-group-id bit came, went, or works for somebody else now.</summary>
public static class SetidChange
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9103",
        Name = "setid-change",
        Severity = Severity.Error,
        Phase = Phase.Compare,
        Summary = "A set-user-id or set-group-id bit came, went, or works for somebody else now.",
        Explanation =
            "A set-id program runs with the rights of its owner or group, whoever starts it, so each is reviewed before it "
            + "ships. One that loses the bit mostly stops working: su, ping and passwd need it. A new file with such a bit, "
            + "and another owner or group of one that has it, count as well.",
        Bad = "(usr/bin/frob was 0555 root bin in OLD, and is 4555 root bin in NEW)",
        Good = "(usr/bin/frob is 0555 root bin in both)",
    };

    /// <summary><paramref name="subject"/> had the mode and owner <paramref name="was"/> (null: it is new), and has <paramref name="now"/>, as in <c>4555 0:2</c>.</summary>
    public static Finding At(Subject subject, string? was, string now) => Finding.Of(
        Rule,
        was is null ? $"new {subject.Type} '{subject.Path}' is set-id: {now}" : $"set-id bits of {subject.Type} '{subject.Path}' changed: it is {now}, and was {was}") with
    {
        Subject = subject,
        Help = "review what it may do, and for whom",
        Detail = [new("old", was ?? ""), new("new", now)],
        DetailKey = $"{was} {now}",
    };
}
