namespace ManifestLinker.Compiler.Ir;

/// <summary>What a manifest says about one path of the image.</summary>
public abstract record Entry(ImagePath Path, Origin Origin)
{
    /// <summary>The letter a line of this type begins with.</summary>
    public abstract char Letter { get; }

    /// <summary>The type in a word, for messages and machine formats: file, directory, symlink, hardlink.</summary>
    public abstract string TypeName { get; }

    /// <summary>The fields after the letter, one blank between them: what a merged manifest holds.</summary>
    public abstract string Fields { get; }

    /// <summary>The second word of the line, by which a merged manifest is ordered.</summary>
    public abstract string SortKey { get; }

    /// <summary>What <paramref name="other"/>, an entry of the same type, says differently, attribute by attribute; nothing where they agree.</summary>
    public abstract IEnumerable<Difference> DifferencesFrom(Entry other);

    /// <summary>The line as a merged manifest holds it.</summary>
    public override string ToString() => $"{Letter} {Fields}";
}

/// <summary>An attribute that two entries of one path give differently.</summary>
public readonly record struct Difference(string Attribute, string Here, string There);
