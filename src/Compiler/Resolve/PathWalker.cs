using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Follows a path as the kernel does: physically, component by component, each symbolic link where it stands. The same walk
/// serves the image, where links are lines of manifests, and a search directory, where they are links of the host; neither can
/// be left, because <c>..</c> at the root stays there and an absolute link starts again at the root.
/// </summary>
public static class PathWalker
{
    /// <summary>The number of links illumos follows before it gives up with ELOOP (MAXSYMLINKS).</summary>
    public const int MaxLinks = 20;

    /// <summary>Follows the symbolic link with the text <paramref name="target"/> that lies in <paramref name="directory"/>; it is the first that counts.</summary>
    public static Walk FollowLink(ImagePath directory, string target, Func<ImagePath, Waypoint> look) => Follow(directory, target, look, links: 1);

    /// <summary>Follows <paramref name="text"/> from the directory <paramref name="start"/>, asking <paramref name="look"/> what lies where.</summary>
    public static Walk Follow(ImagePath start, string text, Func<ImagePath, Waypoint> look) => Follow(start, text, look, links: 0);

    private static Walk Follow(ImagePath start, string text, Func<ImagePath, Waypoint> look, int links)
    {
        var pending = new Stack<(string Name, bool Own)>();
        Push(pending, text, own: true);
        ImagePath at = text.StartsWith('/') ? ImagePath.Root : start;
        var own = new OwnText();
        int chain = links;
        ImagePath lastLink = default;
        bool isDirectory = true;
        while (pending.TryPop(out (string Name, bool Own) next))
        {
            if (!isDirectory) return Ended(WalkEnd.NotADirectory, at) with { WantsDirectory = IsNothing(next.Name) && OnlyNothing(pending) };
            if (next.Own) own.Take(next.Name, at);
            if (IsNothing(next.Name)) continue;
            if (next.Name is "..")
            {
                at = at.Parent;
                continue;
            }
            ImagePath reached = at.Append(next.Name);
            Waypoint step = look(reached);
            switch (step.Kind)
            {
                case StepKind.Missing:
                    return Ended(WalkEnd.Missing, reached);
                case StepKind.Provided:
                    // What the running system puts there cannot be followed, so the rest of the text is taken as it is.
                    return Ended(WalkEnd.Provided, pending.Aggregate(reached, (path, rest) => rest.Name is "" or "." or ".." ? path : path.Append(rest.Name)));
                case StepKind.Link:
                    if (++links > MaxLinks) return Ended(WalkEnd.Loop, reached);
                    if (next.Own) own.EnterLink();
                    if (OnlyNothing(pending))
                    {
                        chain++;
                        lastLink = reached;
                    }
                    if (step.Target!.StartsWith('/')) at = ImagePath.Root;
                    Push(pending, step.Target, own: false);
                    break;
                default:
                    isDirectory = step.Kind == StepKind.Directory;
                    at = reached;
                    break;
            }
        }
        return Ended(WalkEnd.Found, at) with { IsDirectory = isDirectory };

        Walk Ended(WalkEnd end, ImagePath path) => new(end, path, own.Climbed)
        {
            Chain = chain,
            LastLink = lastLink,
            HasDetour = own.HasDetour,
            LeavesLink = own.LeavesLink,
        };
    }

    private static bool IsNothing(string name) => name is "" or ".";

    private static bool OnlyNothing(Stack<(string Name, bool Own)> pending)
    {
        foreach ((string name, _) in pending)
        {
            if (!IsNothing(name)) return false;
        }
        return true;
    }

    private static void Push(Stack<(string Name, bool Own)> pending, string text, bool own)
    {
        string[] names = text.Split('/');
        for (int i = names.Length - 1; i >= 0; i--) pending.Push((names[i], own));
    }
}

/// <summary>What lies at a path, the last component not followed; for a link, its text.</summary>
public readonly record struct Waypoint(StepKind Kind, string? Target = null);

/// <summary>What a step of a walk meets.</summary>
public enum StepKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>Something that the running system provides.</summary>
    Provided,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>Anything else.</summary>
    Other,
}
