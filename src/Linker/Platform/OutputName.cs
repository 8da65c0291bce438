namespace ManifestLinker.Linker.Platform;

/// <summary>What outputs are called: <c>KIND-STAMP</c>, or <c>KIND-VERSION-STAMP</c> where the workspace has a version (smartos-live's configure-buildver).</summary>
public static class OutputName
{
    /// <summary>The name of an output of this kind, such as <c>platform</c> or <c>boot</c>; an empty version is none.</summary>
    public static string Of(string kind, string version, BuildStamp stamp) => version.Length == 0 ? $"{kind}-{stamp}" : $"{kind}-{version}-{stamp}";
}
