namespace ManifestLinker.Linker.Lofi;

/// <summary>The contents of the segments used last. Safe for several threads; two that miss the same segment both decode it.</summary>
internal sealed class DecodedSegments
{
    private const int MostSegments = 8;
    private const long MostBytes = 16 << 20;

    private readonly Lock gate = new();
    private readonly LinkedList<(int Number, byte[] Content)> latestFirst = new();
    private long bytes;

    public byte[]? Find(int number)
    {
        lock (gate)
        {
            for (LinkedListNode<(int Number, byte[] Content)>? node = latestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Number != number) continue;
                latestFirst.Remove(node);
                latestFirst.AddFirst(node);
                return node.Value.Content;
            }
        }
        return null;
    }

    public void Keep(int number, byte[] content)
    {
        lock (gate)
        {
            latestFirst.AddFirst((number, content));
            bytes += content.Length;
            while (latestFirst.Count > MostSegments || (bytes > MostBytes && latestFirst.Count > 1))
            {
                bytes -= latestFirst.Last!.Value.Content.Length;
                latestFirst.RemoveLast();
            }
        }
    }
}
