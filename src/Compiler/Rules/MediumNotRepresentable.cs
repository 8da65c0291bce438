using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4021: An object cannot be stored on a boot medium.</summary>
public static class MediumNotRepresentable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4021",
        Name = "medium-not-representable",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "An object cannot be stored on a boot medium.",
        Explanation =
            "Media have the file systems that firmware reads. FAT knows no links and no devices, takes Loader and loader for one name, forbids some "
            + "characters, and ends at 4 GiB for a file; ISO 9660 has limits for names and numbers.",
        Bad = "a boot area with boot/Loader and boot/loader",
        Good = "a boot area with boot/loader",
    };

    /// <summary>The object at <paramref name="path"/> cannot be stored in the file system called <paramref name="name"/>: <paramref name="why"/>.</summary>
    public static Finding At(string name, ImagePath path, string why) => Finding.Of(Rule, $"'{path}' cannot be stored on {name}: {why}") with
    {
        Help = "leave it out of the boot area or the platform, or give it another form there",
        Subject = new Subject(path.Text, "file", null),
        DetailKey = why,
    };

    /// <summary>The file system called <paramref name="name"/> cannot be as it was asked for: <paramref name="why"/>.</summary>
    public static Finding Whole(string name, string why) =>
        Finding.Of(Rule, $"{name} cannot be made: {why}") with { Help = "give another label or size", DetailKey = $"{name}:{why}" };
}
