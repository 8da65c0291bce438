namespace ManifestLinker.Linker.Iso;

/// <summary>The order of records in a directory: by name, then by extension, the shorter filled up with blanks (ECMA-119, 9.3).</summary>
internal static class PlainOrder
{
    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        (int nameA, int endA) = Parts(a);
        (int nameB, int endB) = Parts(b);
        int byName = ComparePadded(a[..nameA], b[..nameB]);
        return byName != 0 ? byName : ComparePadded(a[Math.Min(nameA + 1, endA)..endA], b[Math.Min(nameB + 1, endB)..endB]);
    }

    // Where the name ends, and where the extension.
    private static (int Name, int End) Parts(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)';');
        if (end < 0) end = text.Length;
        int dot = text[..end].LastIndexOf((byte)'.');
        return (dot < 0 ? end : dot, end);
    }

    private static int ComparePadded(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            int difference = (i < a.Length ? a[i] : ' ') - (i < b.Length ? b[i] : ' ');
            if (difference != 0) return difference;
        }
        return 0;
    }
}
