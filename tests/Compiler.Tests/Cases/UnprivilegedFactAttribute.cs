namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>A test that needs a user whom permissions bind; skipped where none can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() => Skip = Unprivileged.Obstacle;
}
