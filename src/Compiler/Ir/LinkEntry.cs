namespace ManifestLinker.Compiler.Ir;

/// <summary>An entry that points at another path: a symbolic or a hard link.</summary>
public abstract record LinkEntry(ImagePath Path, string Target, Origin Origin) : Entry(Path, Origin)
{
    /// <inheritdoc/>
    public override string Fields => $"{Path}={Target}";

    /// <inheritdoc/>
    public override string SortKey => Fields;

    /// <inheritdoc/>
    public override IEnumerable<Difference> DifferencesFrom(Entry other)
    {
        if (other is LinkEntry link && !Target.Equals(link.Target, StringComparison.Ordinal))
            yield return new("target", Target, link.Target);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => base.ToString();
}

/// <summary>A symbolic link; <see cref="LinkEntry.Target"/> is its literal text.</summary>
public sealed record SymlinkEntry(ImagePath Path, string Target, Origin Origin) : LinkEntry(Path, Target, Origin)
{
    /// <inheritdoc/>
    public override char Letter => 's';

    /// <inheritdoc/>
    public override string TypeName => "symlink";
}

/// <summary>A hard link: another name of the object at <see cref="Existing"/>.</summary>
public sealed record HardLinkEntry(ImagePath Path, ImagePath Existing, Origin Origin)
    : LinkEntry(Path, Existing.Text, Origin)
{
    /// <inheritdoc/>
    public override char Letter => 'h';

    /// <inheritdoc/>
    public override string TypeName => "hardlink";
}
