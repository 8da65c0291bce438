using BenchmarkDotNet.Attributes;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Benchmarks;

/// <summary>The steps from text to union, each against the least that any reader must do: find the words of every line.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private readonly string text = SyntheticManifest.Text();

    /// <summary>The floor: every line, every word, nothing kept.</summary>
    [Benchmark(Baseline = true)]
    public int FindTheWords()
    {
        int words = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            foreach (Range word in line.Split(' ')) words += word.End.Value > word.Start.Value ? 1 : 0;
        }
        return words;
    }

    /// <summary>Text to syntax tree.</summary>
    [Benchmark]
    public int Parse() => ManifestParser.Parse(new SourceText("synthetic", text)).Lines.Count;

    /// <summary>Text to typed entries.</summary>
    [Benchmark]
    public int Bind() => Binder.Bind(new SourceText("synthetic", text), "synthetic", Variables.None, new List<Finding>()).Entries.Count;

    /// <summary>Text to one union.</summary>
    [Benchmark]
    public int Merge()
    {
        var findings = new List<Finding>();
        BoundManifest bound = Binder.Bind(new SourceText("synthetic", text), "synthetic", Variables.None, findings);
        return Merger.Merge(bound.Entries, Winner.First, findings).Entries.Count;
    }
}
