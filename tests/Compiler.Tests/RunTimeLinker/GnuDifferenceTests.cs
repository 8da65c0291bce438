using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.RunTimeLinker;
using Xunit.Abstractions;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>The model, given the ways of glibc, against the run-time linker of this machine.</summary>
public sealed class GnuDifferenceTests(ITestOutputHelper output)
{
    private const int Objects = 300;

    [LddFact]
    public void Every_dependency_of_a_closure_is_found_where_ldd_finds_it()
    {
        AuditedImage image = GnuMachine.Image();
        var linker = new LoadModel(image, RunTimeLinkerProfile.Gnu(GnuMachine.DefaultDirectories, "lib/x86_64-linux-gnu"));
        LinkedObject[] all = [.. linker.Objects.Where(found => found.Elf is { Dynamic.Needed.Count: > 0, Class: Compiler.Elf.ElfClass.Bits64 } && ForeignSystem.IsLinux(found.Elf))];
        int step = Math.Max(1, all.Length / Objects);
        int objects = 0, dependencies = 0, missing = 0;
        var differences = new List<string>();
        LinkedObject[] chosen = [.. all.Where((_, i) => i % step == 0)];
        var told = new Dictionary<string, string?>?[chosen.Length];
        Parallel.For(0, chosen.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => told[i] = Ldd.Of("/" + chosen[i].Name));
        for (int i = 0; i < chosen.Length; i++)
        {
            LinkedObject root = chosen[i];
            if (told[i] is not { } expected) continue;
            objects++;
            foreach (Binding binding in linker.ClosureOf(root).Bindings)
            {
                // ldd tells of a path, whether it begins with a slash or with $ORIGIN, by its last component.
                string name = binding.Dependency.Text[(binding.Dependency.Text.LastIndexOf('/') + 1)..];
                dependencies++;
                if (binding.Satisfied is null) missing++;
                bool isTold = expected.TryGetValue(name, out string? path);
                if (!isTold || !ReferenceEquals(path is null ? null : linker.ObjectAt(path)?.File, binding.Satisfied?.File))
                    differences.Add($"{root}: {binding.Dependency.Of} needs {name}: {binding.Satisfied?.Name.Text ?? "nothing"}, ldd {(isTold ? path ?? "nothing" : "silent")}");
            }
        }
        output.WriteLine($"{objects} objects of {all.Length}, {dependencies} dependencies, {missing} of them missing, {differences.Count} differences");
        differences.Should().BeEmpty();
        objects.Should().BeGreaterThan(0);
    }
}
