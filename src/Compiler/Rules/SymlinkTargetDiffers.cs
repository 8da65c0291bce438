using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3004: A symbolic link has another target in the proto area.</summary>
public static class SymlinkTargetDiffers
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3004",
        Name = "symlink-target-differs",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Resolve,
        Summary = "A symbolic link has another target in the proto area.",
        Explanation =
            "The manifest decides what ships; that the component's own installation made a different link shows "
            + "that one of the two is out of date.",
        Bad = "s usr/bin/vi=vim                       (proto/usr/bin/vi is a link to ex)",
        Good = "s usr/bin/vi=ex",
    };

    /// <summary><paramref name="link"/> has the target of <paramref name="found"/> in the proto area.</summary>
    public static Finding At(SymlinkEntry link, ProtoObject found) =>
        Finding.Of(
            Rule,
            $"symbolic link '{link.Path}' has the target '{link.Target}', and '{found.Target}' in {found.Directory}",
            Location.Of(link.Origin.Target)) with
        {
            Help = "the line decides; mend whichever is out of date",
            Subject = Subject.Of(link),
            Detail = [new("target", link.Target), new("found", found.Target ?? "")],
            DetailKey = found.Target ?? "",
            Fixes = found.Target is { } target && WrittenWord.CanBeTarget(target)
                ? [Fix.Of(FixSafety.Unsafe, $"write {target}", Edit.Replace(link.Origin.Target, target))]
                : [],
        };
}
