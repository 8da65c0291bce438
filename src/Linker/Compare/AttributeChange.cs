namespace ManifestLinker.Linker.Compare;

/// <summary>An attribute that differs, as both trees have it.</summary>
public sealed record AttributeChange(ObjectTrait Attribute, string Old, string New);

/// <summary>What can differ about an object besides its content.</summary>
public enum ObjectTrait
{
    /// <summary>What kind of object it is, in words. Nothing else is compared then.</summary>
    Type,

    /// <summary>The permissions, in octal.</summary>
    Mode,

    /// <summary>The number of the owner.</summary>
    Owner,

    /// <summary>The number of the group.</summary>
    Group,

    /// <summary>The numbers of a device.</summary>
    Device,

    /// <summary>Where a symbolic link leads.</summary>
    Target,

    /// <summary>The text of a symbolic link that leads to the same place.</summary>
    Spelling,

    /// <summary>Of which file it is a name: the first of the names that both trees have.</summary>
    Names,

    /// <summary>The time of the last modification, in seconds since 1970 UTC.</summary>
    Time,
}
