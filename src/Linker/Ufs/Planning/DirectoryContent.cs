using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Writes the entries of a directory into chunks of 512 bytes, each in the order given and none across two chunks.</summary>
internal sealed class DirectoryContent
{
    private readonly List<byte[]> chunks = [];
    private int used = DirectorySlot.Chunk;
    private int last;

    /// <summary>The directory <paramref name="number"/> in <paramref name="parent"/>, with unused chunks up to <paramref name="leastBytes"/>.</summary>
    public static byte[] Of(uint number, uint parent, IEnumerable<(string Name, uint Number)> entries, int leastBytes)
    {
        var content = new DirectoryContent();
        content.Add(".", number);
        content.Add("..", parent);
        foreach ((string name, uint inode) in entries) content.Add(name, inode);
        content.CloseChunk();
        while (content.chunks.Count * DirectorySlot.Chunk < leastBytes) content.AddUnusedChunk();
        return [.. content.chunks.SelectMany(chunk => chunk)];
    }

    private void Add(string name, uint number)
    {
        byte[] bytes = EscapedUtf8.Encode(name);
        int least = DirectorySlot.LeastLength(bytes.Length);
        if (used + least > DirectorySlot.Chunk)
        {
            CloseChunk();
            chunks.Add(new byte[DirectorySlot.Chunk]);
            used = 0;
        }
        Span<byte> slot = chunks[^1].AsSpan(used);
        new DirectorySlot(number, (ushort)least, (ushort)bytes.Length).Encode(slot);
        bytes.CopyTo(slot[DirectorySlot.Head..]);
        last = used;
        used += least;
    }

    // The last entry of a chunk reaches to its end.
    private void CloseChunk()
    {
        if (chunks.Count == 0) return;
        Span<byte> slot = chunks[^1].AsSpan(last);
        (DirectorySlot.Decode(slot) with { Length = (ushort)(DirectorySlot.Chunk - last) }).Encode(slot);
    }

    private void AddUnusedChunk()
    {
        var chunk = new byte[DirectorySlot.Chunk];
        new DirectorySlot(0, DirectorySlot.Chunk, 0).Encode(chunk);
        chunks.Add(chunk);
    }
}
