using BenchmarkDotNet.Running;
using ManifestLinker.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SyntheticManifest).Assembly).Run(args);
