using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Import;

/// <summary>An object that a foreign description delivers, in the terms of a manifest, and where it was described.</summary>
public abstract record ImportedEntry(ImagePath Path, Location? Location)
{
    /// <summary>The letter its line begins with.</summary>
    public abstract char Letter { get; }

    /// <summary>The second word of its line, by which lines are ordered as <c>mlc merge</c> orders them.</summary>
    public abstract string SortKey { get; }

    /// <summary>Its line, without an end.</summary>
    public abstract string Line { get; }

    /// <summary>The object, for a finding.</summary>
    public Subject Subject => new(Path.Text, TypeName, null);

    /// <summary>The type in a word: file, directory, symlink, hardlink.</summary>
    public string TypeName => Letter switch
    {
        'd' => "directory",
        's' => "symlink",
        'h' => "hardlink",
        _ => "file",
    };
}

/// <summary>A file or a directory.</summary>
public sealed record ImportedNode(ImagePath Path, bool IsDirectory, Mode Mode, string Owner, string Group, Location? Location)
    : ImportedEntry(Path, Location)
{
    /// <inheritdoc/>
    public override char Letter => IsDirectory ? 'd' : 'f';

    /// <inheritdoc/>
    public override string SortKey => Path.Text;

    /// <inheritdoc/>
    public override string Line => $"{Letter} {Path} {Mode} {Owner} {Group}";
}

/// <summary>A symbolic link with its literal text, or a hard link with the path of the file it is another name of.</summary>
public sealed record ImportedLink(ImagePath Path, bool IsHard, string Target, Location? Location)
    : ImportedEntry(Path, Location)
{
    /// <inheritdoc/>
    public override char Letter => IsHard ? 'h' : 's';

    /// <inheritdoc/>
    public override string SortKey => $"{Path}={Target}";

    /// <inheritdoc/>
    public override string Line => $"{Letter} {SortKey}";
}
