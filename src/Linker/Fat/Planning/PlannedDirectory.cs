using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>A directory and what stands in it.</summary>
/// <param name="Entry">The directory.</param>
/// <param name="Children">What it holds, in ordinal order of names.</param>
internal sealed record PlannedDirectory(TreeEntry Entry, IReadOnlyList<TreeEntry> Children)
{
    // The label stands in the top directory, itself and the one above in every other.
    private int Special => Entry.Path.IsRoot ? 1 : 2;

    /// <summary>How many entries it has.</summary>
    public int Entries => Special + Children.Sum(child => 1 + PiecesOf(child.Path.Name));

    /// <summary>Bytes of its entries.</summary>
    public long Bytes => Entries * (long)FatEntry.Bytes;

    /// <summary>Its bytes.</summary>
    public byte[] Write(FatLayout layout)
    {
        var content = new byte[Bytes];
        long time = layout.Options.Time;
        Span<byte> place = content;
        if (Entry.Path.IsRoot)
        {
            new FatEntry(FatLabel.Of(layout.Options.Label)!, FatAttributes.Label | FatAttributes.Archive, 0, 0, time).Write(place);
        }
        else
        {
            // The top directory has the number 0 here, wherever it lies.
            uint above = Entry.Path.Parent.IsRoot ? 0 : layout.Starts[Entry.Path.Parent];
            new FatEntry(FatEntry.Itself, FatAttributes.Directory, layout.Starts[Entry.Path], 0, time).Write(place);
            new FatEntry(FatEntry.Above, FatAttributes.Directory, above, 0, time).Write(place[FatEntry.Bytes..]);
        }
        place = place[(Special * FatEntry.Bytes)..];
        byte[][] names = ShortNames.Of(Children);
        for (int i = 0; i < names.Length; i++)
        {
            Inode inode = Children[i].Inode;
            string name = Children[i].Path.Name;
            int pieces = PiecesOf(name);
            if (pieces > 0) LongName.Write(place, name, ShortName.Checksum(names[i]));
            place = place[(pieces * FatEntry.Bytes)..];
            FatAttributes attributes = inode.Kind == FileKind.Directory ? FatAttributes.Directory : FatAttributes.Archive;
            new FatEntry(names[i], attributes, layout.Starts[Children[i].Path], (uint)inode.Size, time).Write(place);
            place = place[FatEntry.Bytes..];
        }
        return content;
    }

    private static int PiecesOf(string name) => ShortName.Of(name) is null ? LongName.Pieces(name.Length) : 0;
}
