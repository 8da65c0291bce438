using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>A name that only one of two trees has, or that stands for something else in each.</summary>
/// <param name="Path">The name.</param>
/// <param name="Old">What it stands for in the older tree; null where it is new.</param>
/// <param name="New">What it stands for in the newer tree; null where it is gone.</param>
public sealed record ObjectChange(ImagePath Path, Inode? Old, Inode? New)
{
    /// <summary>What differs besides the content, in the order of <see cref="ObjectTrait"/>; nothing where only one tree has the name.</summary>
    public IReadOnlyList<AttributeChange> Attributes { get; init; } = [];

    /// <summary>How the content differs; null where it does not, where only one tree has the name, and where the types differ.</summary>
    public ContentChange? Content { get; init; }

    /// <summary>For what is gone, where the same content is new; for what is new, where the same content is gone; null where nowhere.</summary>
    public ImagePath? Moved { get; init; }

    /// <summary>Another name of an object that is new, or of another type now: rather one that both trees have; null where it has none.</summary>
    public ImagePath? OtherName { get; init; }

    /// <summary>Whether only the newer tree has the name.</summary>
    public bool IsAdded => Old is null;

    /// <summary>Whether only the older tree has the name.</summary>
    public bool IsRemoved => New is null;

    /// <summary>What it is, or was where it is gone.</summary>
    public FileKind Kind => (New ?? Old!).Kind;

    /// <summary>By how many bytes it grew.</summary>
    public long Growth => (New?.Size ?? 0) - (Old?.Size ?? 0);

    /// <summary>Whether nothing differs but the time of modification.</summary>
    public bool IsTimeAlone => Content is null && Attributes is [{ Attribute: ObjectTrait.Time }];

    /// <summary>Whether what differs does nothing: times, the spelling of links, content that is functionally equal.</summary>
    public bool IsNoise => Old is not null
        && New is not null
        && Content is not { Nature: ContentNature.Different }
        && Attributes.All(change => change.Attribute is ObjectTrait.Time or ObjectTrait.Spelling);

    /// <summary>The change of <paramref name="attribute"/>; null where there is none.</summary>
    public AttributeChange? Of(ObjectTrait attribute) => Attributes.FirstOrDefault(change => change.Attribute == attribute);
}
