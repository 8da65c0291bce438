using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Manual;

/// <summary>Follows the pages that only stand for another one.</summary>
internal static class PageLinks
{
    /// <summary>The pages of <paramref name="resolved"/> that lead to one that is not in <paramref name="image"/>. Only short pages are opened, several at once.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ResolvedEntry> resolved, ImageNamespace image, ManualProfile manual, IHost host)
    {
        ResolvedEntry[] pages = [.. resolved.Where(entry => entry.Source is { Status.Size: > 0 and <= PageLink.LongestPage } && manual.SectionOf(entry.Entry.Path) is not null)];
        string?[] targets = [.. pages.AsParallel().AsOrdered().Select(page => TargetOf(page.Source!, host))];
        for (int i = 0; i < pages.Length; i++)
        {
            if (targets[i] is not { } target || manual.RootOf(pages[i].Entry.Path) is not { } root) continue;
            Walk walk = PathWalker.Follow(root, target, image.Look);
            if (walk.End is not (WalkEnd.Found or WalkEnd.Provided)) yield return ManLinkBroken.At(pages[i].Entry, target, walk.Path);
        }
    }

    private static string? TargetOf(ProtoObject page, IHost host)
    {
        byte[] bytes = new byte[page.Status.Size];
        try
        {
            page.Content(host).Read(0, bytes);
        }
        catch (IOException)
        {
            // It changed just now; who reads it to deliver it will say so.
            return null;
        }
        return PageLink.TargetOf(bytes);
    }
}
