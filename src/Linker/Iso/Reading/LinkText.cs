using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Puts the text of a symbolic link together. It is stored as components (RRIP 1.12, 4.1.3), so that a name and a slash are different things;
/// an empty component is what stands between two slashes.
/// </summary>
internal sealed class LinkText(string what)
{
    private const byte Continues = 0x01, Current = 0x02, Parent = 0x04, Top = 0x08;

    private readonly List<byte> text = [];
    private bool slashIsDue;

    /// <summary>Adds the content of an SL entry: its flags, and components of a byte of flags, a length, and so many bytes.</summary>
    public void Add(ReadOnlySpan<byte> content)
    {
        // The flags of the entry only say that another one follows, which is seen when it does.
        for (ReadOnlySpan<byte> rest = content[Math.Min(1, content.Length)..]; rest.Length >= 2;)
        {
            int length = rest[1];
            if (length > rest.Length - 2) throw BrokenImage.Because($"{what} is a symbolic link with a component that does not fit");
            Add(rest[0], rest.Slice(2, length));
            rest = rest[(2 + length)..];
        }
        if (text.Count > PathLimit.Bytes) throw BrokenImage.Because($"{what} is a symbolic link of more than {PathLimit.Bytes} bytes");
    }

    /// <summary>The text.</summary>
    public override string ToString() => EscapedUtf8.Decode([.. text]);

    private void Add(byte flags, ReadOnlySpan<byte> name)
    {
        if (slashIsDue) text.Add((byte)'/');
        text.AddRange((flags & ~Continues) switch
        {
            0 => name,
            Current => "."u8,
            Parent => ".."u8,
            Top => "/"u8,
            _ => throw BrokenImage.Because($"{what} is a symbolic link with a component of the unknown kind {flags}"),
        });
        slashIsDue = (flags & (Continues | Top)) == 0;
    }
}
