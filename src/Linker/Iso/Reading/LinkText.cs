using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Puts the text of a symbolic link together. It is stored as components (RRIP 1.12, 4.1.3), so that a name and a slash are different things;
/// an empty component is what stands between two slashes.
/// </summary>
internal sealed class LinkText(string what)
{
    private readonly List<byte> text = [];
    private bool slashIsDue;

    /// <summary>Adds the content of an SL entry: its flags, and components of a byte of flags, a length, and so many bytes.</summary>
    public void Add(ReadOnlySpan<byte> content)
    {
        // The flags of the entry only say that another one follows, which is seen when it does.
        for (ReadOnlySpan<byte> rest = content[Math.Min(1, content.Length)..]; rest.Length >= LinkComponent.Head;)
        {
            int length = rest[1];
            if (length > rest.Length - LinkComponent.Head) throw BrokenImage.Because($"{what} is a symbolic link with a component that does not fit");
            Add(rest[0], rest.Slice(LinkComponent.Head, length));
            rest = rest[(LinkComponent.Head + length)..];
        }
        if (text.Count > PathLimit.Bytes) throw BrokenImage.Because($"{what} is a symbolic link of more than {PathLimit.Bytes} bytes");
    }

    /// <summary>The text.</summary>
    public override string ToString() => EscapedUtf8.Decode([.. text]);

    private void Add(byte flags, ReadOnlySpan<byte> name)
    {
        if (slashIsDue) text.Add((byte)'/');
        text.AddRange((flags & ~LinkComponent.Continues) switch
        {
            0 => name,
            LinkComponent.Current => "."u8,
            LinkComponent.Parent => ".."u8,
            LinkComponent.Top => "/"u8,
            _ => throw BrokenImage.Because($"{what} is a symbolic link with a component of the unknown kind {flags}"),
        });
        slashIsDue = (flags & (LinkComponent.Continues | LinkComponent.Top)) == 0;
    }
}
