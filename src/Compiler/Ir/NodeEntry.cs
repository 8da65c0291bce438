namespace ManifestLinker.Compiler.Ir;

/// <summary>An entry with attributes of its own: a file or a directory.</summary>
public abstract record NodeEntry(ImagePath Path, Mode Mode, string Owner, string Group, Origin Origin) : Entry(Path, Origin)
{
    /// <inheritdoc/>
    public override string SortKey => Path.Text;

    // The mode stays as it is spelled: what is odd about it is for the reader of the merged manifest to see.
    /// <inheritdoc/>
    public override string Fields => $"{Path} {Origin.ModeText} {Owner} {Group}";

    /// <inheritdoc/>
    public override IEnumerable<Difference> DifferencesFrom(Entry other)
    {
        if (other is not NodeEntry node) yield break;
        if (Mode != node.Mode) yield return new("mode", Mode.ToString(), node.Mode.ToString());
        if (!Owner.Equals(node.Owner, StringComparison.Ordinal)) yield return new("owner", Owner, node.Owner);
        if (!Group.Equals(node.Group, StringComparison.Ordinal)) yield return new("group", Group, node.Group);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => base.ToString();
}

/// <summary>A regular file, to be copied from the first search directory that has it.</summary>
public sealed record FileEntry(ImagePath Path, Mode Mode, string Owner, string Group, Origin Origin)
    : NodeEntry(Path, Mode, Owner, Group, Origin)
{
    /// <inheritdoc/>
    public override char Letter => 'f';

    /// <inheritdoc/>
    public override string TypeName => "file";
}

/// <summary>A directory.</summary>
public sealed record DirectoryEntry(ImagePath Path, Mode Mode, string Owner, string Group, Origin Origin)
    : NodeEntry(Path, Mode, Owner, Group, Origin)
{
    /// <inheritdoc/>
    public override char Letter => 'd';

    /// <inheritdoc/>
    public override string TypeName => "directory";
}
