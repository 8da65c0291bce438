namespace ManifestLinker.Linker.Compare;

/// <summary>What attributes are called wherever a difference is told.</summary>
public static class AttributeNames
{
    /// <summary>The name of <paramref name="attribute"/>, one word.</summary>
    public static string Of(ObjectTrait attribute) => attribute switch
    {
        ObjectTrait.Type => "type",
        ObjectTrait.Mode => "mode",
        ObjectTrait.Owner => "owner",
        ObjectTrait.Group => "group",
        ObjectTrait.Device => "device",
        ObjectTrait.Target => "target",
        ObjectTrait.Spelling => "spelling",
        ObjectTrait.Names => "names",
        _ => "time",
    };
}
