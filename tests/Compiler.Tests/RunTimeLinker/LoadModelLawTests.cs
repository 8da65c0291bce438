using CsCheck;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;
using Xunit.Abstractions;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

public sealed class LoadModelLawTests(ITestOutputHelper output)
{
    private static readonly string[] Directories = ["lib", "usr/lib", "lib/amd64", "usr/lib/amd64", "a", "a/b"];
    private static readonly string[] Names = ["l1", "l2", "l3", "l4"];
    private static readonly string[] Paths = ["/a", "/a/b", "/lib", "$ORIGIN", "$ORIGIN/b", "/none"];

    private static readonly Gen<ElfObject> AnyObject = Gen.Select(
        Gen.Int[0, 4].Array[0, 3], Gen.Int[0, Paths.Length - 1].Array[0, 3], Gen.Bool, Gen.Int[0, 9], Gen.Int[0, 5],
        (needed, path, is32, flags, soname) => ObjectImage.Object(
            string.Join(' ', needed.Select(i => i == 4 ? "l9" : Names[i])),
            path.Length == 0 ? null : string.Join(':', path.Select(i => Paths[i])),
            soname < 4 ? Names[soname] : null,
            is32 ? ElfClass.Bits32 : ElfClass.Bits64,
            isProgram: false,
            flags == 0 ? 0x800u : 0u));

    // Each place has an object, or a link to another name in its directory with a higher number, or nothing.
    private static readonly Gen<(string Path, ElfObject? Object, string? Target)[]> AnyImage = Gen.Select(AnyObject, Gen.Int[0, 9]).Array[Directories.Length * Names.Length]
        .Select(made => made.Select((one, i) =>
        {
            string path = $"{Directories[i / Names.Length]}/{Names[i % Names.Length]}";
            int next = i % Names.Length + 1;
            return one.Item2 < 5 ? (path, one.Item1, (string?)null)
                : one.Item2 == 5 && next < Names.Length ? (path, (ElfObject?)null, Names[next])
                : (path, (ElfObject?)null, (string?)null);
        }).Where(one => one.Item2 is not null || one.Item3 is not null).ToArray());

    [Fact]
    public void It_loads_what_a_second_linker_loads() => AnyImage.Sample(
        image =>
        {
            var naive = new NaiveLinker(
                image.Where(one => one.Object is not null).ToDictionary(one => one.Path, one => one.Object!),
                image.Where(one => one.Target is not null).ToDictionary(one => one.Path, one => one.Target!));
            LoadModel linker = Built(image).Linker;
            foreach (LinkedObject root in linker.Objects) Text(linker.ClosureOf(root)).Should().Be(naive.Closure(root.Name.Text));
        },
        iter: 2000);

    [Fact]
    public void The_order_of_the_files_makes_no_difference() => Gen.Select(AnyImage, Gen.Int).Sample(
        (image, seed) =>
        {
            (string, ElfObject?, string?)[] shuffled = [.. image];
            new Random(seed).Shuffle(shuffled);
            All(Built(shuffled)).Should().Equal(All(Built(image)));
        },
        iter: 200);

    [Fact]
    public void What_is_missing_and_put_there_is_missing_no_more_and_nothing_else_changes() => AnyImage.Sample(
        image =>
        {
            ObjectImage before = Built(image);
            Dependency[] missing = [.. Missing(before.Linker)];
            if (missing.FirstOrDefault(one => one.Attempts is [_, ..] && one.Attempts[^1].Outcome == AttemptOutcome.Missing) is not { } chosen) return;
            ElfClass @class = chosen.Of.Elf.Class;
            ImagePath place = ImagePath.Parse(chosen.Attempts[^1].Path.Replace("/64/", "/amd64/", StringComparison.Ordinal));
            ObjectImage after = Built([.. image.Where(one => one.Path != place.Text), (place.Text, ObjectImage.Object(@class: @class), null)]);
            string[] left = [.. Missing(after.Linker).Select(Key)];
            left.Should().NotContain(Key(chosen));
            left.Should().BeSubsetOf(missing.Select(Key));
            missing.Where(one => one.Of.Elf.Class != @class).Select(Key).Except(left).Should().BeEmpty();
        },
        iter: 1000);

    [Fact]
    public void A_platform_of_two_thousand_objects_is_surveyed_in_no_time()
    {
        var image = new ObjectImage().WithLink("lib/64", "amd64").WithLink("usr/lib/64", "amd64").WithDirectory("lib/amd64");
        for (int i = 0; i < 1000; i++)
        {
            string libraries = string.Join(' ', Enumerable.Range(1, 8).Select(step => $"lib{Math.Max(0, i - step * 37)}.so.1"));
            image.With($"usr/lib/amd64/lib{i}.so.1", ObjectImage.Object(libraries, "$ORIGIN/../x:/usr/sfw/lib", $"lib{i}.so.1"));
            image.With($"usr/bin/program{i}", ObjectImage.Program(libraries));
        }
        LoadModel linker = image.Linker;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var survey = new DependencySurvey(linker, CancellationToken.None);
        output.WriteLine($"{survey.Objects.Count} objects, {survey.Objects.Sum(root => survey.ClosureOf(root).Bindings.Count)} bindings, {watch.ElapsedMilliseconds} ms");
        survey.Unmet.Should().BeEmpty();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<Dependency> Missing(LoadModel linker) => linker.Objects.SelectMany(linker.DependenciesOf)
        .Where(dependency => dependency.Found is null);

    private static string Key(Dependency dependency) => $"{dependency.Of} {dependency.Text}";

    private static string[] All(ObjectImage image)
    {
        LoadModel linker = image.Linker;
        return [.. linker.Objects.Select(root => Text(linker.ClosureOf(root)))];
    }

    private static ObjectImage Built(IEnumerable<(string Path, ElfObject? Object, string? Target)> image)
    {
        var built = new ObjectImage().WithLink("lib/64", "amd64").WithLink("usr/lib/64", "amd64");
        foreach ((string path, ElfObject? made, string? target) in image)
        {
            if (made is not null) built.With(path, made);
            else built.WithLink(path, target!);
        }
        foreach (string directory in Directories) built.WithDirectory(directory);
        return built;
    }

    private static string Text(Closure closure) => string.Join(' ', closure.Objects.Select(found => found.Name.Text))
        + string.Concat(closure.Bindings.Where(binding => binding.Dependency.Found is null).Select(binding => $"; {binding.Dependency.Text} {(binding.Loaded is null ? "missing" : "by luck")}"));
}
