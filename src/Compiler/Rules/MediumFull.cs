using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4020: The contents do not fit onto a boot medium.</summary>
public static class MediumFull
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4020",
        Name = "medium-full",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "The contents do not fit onto a boot medium.",
        Explanation =
            "A USB image has a fixed size, that of the sticks it is made for. cp finds out in the middle that the platform has grown too large; mlc "
            + "lays everything out before it writes, and says by how much.",
        Bad = "mlc usb output --size 2gb, where the platform has 1.9 GB",
        Good = "mlc usb output --size 4gb",
    };

    /// <summary>The medium called <paramref name="name"/> has no room: <paramref name="need"/>.</summary>
    public static Finding At(string name, string need, string help) =>
        Finding.Of(Rule, $"{name} is full: {need}") with { Help = help, DetailKey = name };
}
