namespace ManifestLinker.Linker.Compare;

/// <summary>What attributes are called wherever a difference is told.</summary>
public static class AttributeNames
{
    /// <summary>The name of <paramref name="attribute"/>, one word.</summary>
    public static string Of(ObjectAttribute attribute) => attribute switch
    {
        ObjectAttribute.Type => "type",
        ObjectAttribute.Mode => "mode",
        ObjectAttribute.Owner => "owner",
        ObjectAttribute.Group => "group",
        ObjectAttribute.Device => "device",
        ObjectAttribute.Target => "target",
        ObjectAttribute.Spelling => "spelling",
        ObjectAttribute.Names => "names",
        _ => "time",
    };
}
