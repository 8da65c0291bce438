using System.IO.Abstractions;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Steps;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Steps;

/// <summary>A workspace with steps, a store, and an image to run them on.</summary>
internal sealed class StepBench : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public StepBench() => Store = new FolderStore(folder.At("store"));

    public FolderStore Store { get; }

    public StringWriter Errors { get; } = new();

    public List<StepResult> Results { get; } = [];

    public long Time { get; set; } = 1_000_000_000;

    public string At(string name) => folder.At(name);

    /// <summary>Writes a script that begins with <c>#!/bin/sh</c>.</summary>
    public void Script(string name, string text) => File.SetUnixFileMode(folder.Write(name, $"#!/bin/sh\n{text}\n"), (UnixFileMode)0x1ed);

    /// <summary>The image of files with these contents.</summary>
    public static FileTree Image(params (string Path, string Content)[] files) =>
        new FileTree([new(ImagePath.Root, NewInode.Directory(0x1ed, 0))]).With(0, files.Select(file =>
            new TreeEntry(ImagePath.Parse(file.Path), NewInode.File(0x1a4, 0, new MemoryBytes(System.Text.Encoding.UTF8.GetBytes(file.Content))))));

    /// <summary>Runs the steps of <paramref name="workspace"/> on <paramref name="image"/>, and gives what comes out.</summary>
    public FileTree Run(string workspace, FileTree image, CancellationToken cancel = default)
    {
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(new SourceText(At("mlc.toml"), workspace));
        problems.Should().BeEmpty();
        Invocation invocation = TestInvocation.Plain with { Error = Errors, Environment = name => name == "PATH" ? "/usr/bin:/bin" : null, Cancel = cancel };
        Results.Clear();
        var findings = new List<Finding>();
        var run = new StepRun(file!, invocation, AccountTables.Base, Time, 1, Store);
        FileTree after = AppliedTransform.All(image, WorkspaceSteps.Transforms(run, runs: true, Results, findings)).Tree;
        findings.Should().BeEmpty();
        return after;
    }

    public static string Content(FileTree image, string path) => System.Text.Encoding.UTF8.GetString(image.Find(ImagePath.Parse(path))!.Content.ToArray());

    public void Dispose() => folder.Dispose();
}
