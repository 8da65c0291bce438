namespace ManifestLinker.Testing;

/// <summary>What all tests of a class need that are marked with <see cref="FactNeedingAttribute"/>, inherited ones as well.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ClassNeedingAttribute(params string[] needs) : Attribute
{
    /// <summary>The needs, as <see cref="Need"/> has them.</summary>
    public IReadOnlyList<string> Needs { get; } = needs;
}
