using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4022: A boot medium lacks what starts it, or has it in a form that does not start.</summary>
public static class MediumUnbootable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4022",
        Name = "medium-unbootable",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "A boot medium lacks what starts it, or has it in a form that does not start.",
        Explanation =
            "A medium starts by a chain: firmware, a first stage, the loader, the kernel. What is missing shows only when somebody starts a machine "
            + "from it. cdboot reads no loader of more than 512 KiB; gptzfsboot has a partition of 1 MiB, and is found the file system by "
            + "its multiboot header.",
        Bad = "a boot area without boot/loader64.efi",
        Good = "the boot area that boot.manifest makes",
    };

    /// <summary>The object at <paramref name="path"/> of the boot area or the platform called <paramref name="name"/> does not do: <paramref name="why"/>.</summary>
    public static Finding At(string name, ImagePath path, string why, string help) => Finding.Of(Rule, $"{name}: '{path}' {why}") with
    {
        Help = help,
        Subject = new Subject(path.Text, "file", null),
        DetailKey = why,
    };

    /// <summary>What the boot area called <paramref name="name"/> holds does not do: <paramref name="why"/>.</summary>
    public static Finding Whole(string name, string why) =>
        Finding.Of(Rule, $"{name}: {why}") with { Help = "take the boot area that boot.manifest makes", DetailKey = why };
}
