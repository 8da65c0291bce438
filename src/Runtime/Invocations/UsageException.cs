namespace ManifestLinker.Runtime.Invocations;

/// <summary>The call is wrong: what, and what to do.</summary>
internal sealed class UsageException(string message, string help) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Help => help;
}
