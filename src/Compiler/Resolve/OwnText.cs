using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>What a walk sees of the text it was given, as against the texts of the links it meets on the way.</summary>
internal sealed class OwnText
{
    // The components that were entered and not left again, and whether each is a link.
    private readonly Stack<bool> entered = new();
    private int taken;
    private bool emptyIfMore;
    private bool dotIfMore;

    /// <summary>Whether it went up from the root.</summary>
    public bool Climbed { get; private set; }

    /// <inheritdoc cref="Walk.HasDetour"/>
    public bool HasDetour { get; private set; }

    /// <inheritdoc cref="Walk.LeavesLink"/>
    public bool LeavesLink { get; private set; }

    /// <summary>The component <paramref name="name"/> is next, and the walk is <paramref name="at"/>.</summary>
    public void Take(string name, ImagePath at)
    {
        bool first = taken++ == 0;

        // A slash at the beginning or at the end means something; "." by itself is the shortest name of a directory.
        HasDetour |= emptyIfMore || (dotIfMore && name.Length > 0) || (name is "." && !first);
        emptyIfMore = name.Length == 0 && !first;
        dotIfMore |= name is ".";
        if (name is "..")
        {
            Climbed |= at.IsRoot;
            if (!entered.TryPop(out bool wasLink)) return;
            LeavesLink |= wasLink;
            HasDetour |= !wasLink;
        }
        else if (name is not ("" or "."))
        {
            entered.Push(false);
        }
    }

    /// <summary>The component that was taken last is a link, and is followed.</summary>
    public void EnterLink()
    {
        entered.Pop();
        entered.Push(true);
    }
}
