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
    public override IEnumerable<Difference> DifferencesFrom(Entry other) => other is NodeEntry node
        ? node.DifferencesFrom(Mode, Owner, Group)
        : [];

    /// <summary>Whether it has these attributes; null stands for any.</summary>
    public bool Has(Mode? mode, string? owner, string? group) =>
        (mode is null || mode == Mode)
        && (owner is null || owner.Equals(Owner, StringComparison.Ordinal))
        && (group is null || group.Equals(Group, StringComparison.Ordinal));

    /// <summary>
    /// Which of these attributes it has otherwise; null stands for any. Of each difference, <see cref="Difference.Here"/> is what
    /// was asked for, and <see cref="Difference.There"/> what it has.
    /// </summary>
    public IEnumerable<Difference> DifferencesFrom(Mode? mode, string? owner, string? group)
    {
        if (mode is { } bits && bits != Mode) yield return new("mode", bits.ToString(), Mode.ToString());
        if (owner is not null && !owner.Equals(Owner, StringComparison.Ordinal)) yield return new("owner", owner, Owner);
        if (group is not null && !group.Equals(Group, StringComparison.Ordinal)) yield return new("group", group, Group);
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
