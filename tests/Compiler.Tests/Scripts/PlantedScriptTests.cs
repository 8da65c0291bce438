using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules.Scripts;
using ManifestLinker.Compiler.Tests.Fixes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.Scripts;

/// <summary>Scripts with one known fault each, put among sound ones of a platform, are found with the rule and severity that are known beforehand, and nothing else.</summary>
public sealed class PlantedScriptTests
{
    private const string Program = "\u007fELF\u0002\u0001";

    private static readonly (string Path, int Mode, string Text)[] Platform =
    [
        ("usr/bin/ksh93", 0b101_101_101, Program), ("usr/bin/bash", 0b101_101_101, Program), ("usr/bin/env", 0b101_101_101, Program),
        ("usr/bin/nawk", 0b101_101_101, Program), ("usr/perl5/5.12/bin/perl", 0b111_101_101, Program), ("usr/node/0.10/bin/node", 0b101_101_101, Program),
        ("usr/bin/wrapper", 0b101_101_101, "#!/usr/bin/ksh93\n"),
    ];

    private static readonly (string Path, string Target)[] Links =
    [
        ("bin", "usr/bin"), ("usr/bin/sh", "ksh93"), ("sbin/sh", "../usr/bin/ksh93"), ("usr/perl5/bin/perl", "../5.12/bin/perl"),
        ("usr/node/bin/node", "../0.10/bin/node"), ("usr/bin/perl", "/opt/local/bin/perl"),
    ];

    private static readonly string[] SoundLines =
    [
        "#!/bin/sh\n", "#!/sbin/sh\n", "#! /usr/bin/ksh93 -p\n", "#!/usr/bin/bash\t-eu\n", "#!/usr/bin/nawk -f\n", "#!/usr/perl5/bin/perl -w -I/usr/lib\n",
        "#!/usr/node/bin/node --abort\n",
    ];

    private static readonly (string Path, int Mode)[] SoundPlaces =
    [
        ("usr/bin/a~", 0b101_101_101), ("usr/sbin/a~", 0b101_000_000), ("lib/svc/method/a~", 0b101_101_101), ("lib/svc/share/a~.sh", 0b100_100_100),
        ("usr/lib/a~", 0b101_101_101), ("usr/lib/a~.sh", 0b100_100_100), ("etc/init.d/a~", 0b111_100_100),
    ];

    private static readonly Planted[] Faults =
    [
        new(InterpreterNotInPlatform.Rule, "#!/usr/bin/ruby\n"), new(InterpreterNotInPlatform.Rule, "#!/usr/bin/perl\n"),
        new(InterpreterNotInPlatform.Rule, "#!/usr/bin/env ruby -w\n"), new(InterpreterNotInPlatform.Rule, "#!/bin/env perl\n"),
        new(InterpreterNotInPlatform.Rule, "#!/usr/bin\n"), new(InterpreterNotInPlatform.Rule, "#!/usr/bin/bash/x -a -b\n"),
        new(InterpreterNotInPlatform.Rule, "#!/usr/bin/ruby\n", Mode: 0b100_100_100) { Severity = Severity.Warning, Path = "usr/lib/x" },
        new(InterpreterOutside.Rule, "#!/opt/local/bin/bash\n"), new(InterpreterOutside.Rule, "#!/opt/local/bin/python2.7 -a -b\n"),
        new(InterpreterOutside.Rule, "#!/usr/local/bin/bash\n"), new(InterpreterOutside.Rule, "#!/build/proto/usr/bin/bash\n"),
        new(InterpreterOutside.Rule, "#!/usr/local/bin/bash\n", Mode: 0b100_100_100) { Severity = Severity.Warning, Path = "usr/lib/x" },
        new(InterpreterRelative.Rule, "#!bash\n"), new(InterpreterRelative.Rule, "#!\n"), new(InterpreterRelative.Rule, "#!perl -w -T\n"),
        new(EnvInterpreter.Rule, "#!/usr/bin/env bash\n"), new(EnvInterpreter.Rule, "#!/bin/env /usr/bin/bash\n"),
        new(EnvInterpreter.Rule, "#!/usr/bin/env\n") { Severity = Severity.Error }, new(EnvInterpreter.Rule, "#!/usr/bin/env -i\n") { Severity = Severity.Error },
        new(ShebangMultipleArgs.Rule, "#!/usr/bin/bash -e -u\n"), new(ShebangMultipleArgs.Rule, "#!/usr/bin/env bash -e\n"),
        new(ShebangMultipleArgs.Rule, "#!/usr/bin/env -S bash -e\n") { Severity = Severity.Error },
        new(ShebangMultipleArgs.Rule, "#!/usr/bin/env -Sruby\n") { Severity = Severity.Error },
        new(ShebangTooLong.Rule, "#!/usr/bin/bash"), new(ShebangTooLong.Rule, "#!/usr/bin/bash -" + new string('x', 1024) + "\n"),
        new(ShebangCrlf.Rule, "#!/usr/bin/bash\r\n"), new(ShebangCrlf.Rule, "#!bash -e\r\n"), new(ShebangCrlf.Rule, "#!/usr/bin/env -S bash\r\n"),
        new(ShebangNested.Rule, "#!/usr/bin/wrapper\n"), new(ShebangNested.Rule, "#!/usr/bin/x\n") { Severity = Severity.Error },
        new(SetidScript.Rule, "#!/usr/bin/bash\n", Mode: 0b100_101_101_101),
        new(ScriptNotExecutable.Rule, "#!/usr/bin/bash\n", Mode: 0b100_100_100), new(ScriptNotExecutable.Rule, "#!/usr/bin/bash\n", Mode: 0b100_100_100) { Path = "lib/svc/method/x" },
        new(ExecutableWithoutMagic.Rule, "{}\n"), new(ExecutableWithoutMagic.Rule, "\ufeff#!/usr/bin/ruby\n") { Path = "usr/lib/x" },
        new(WrongInterpreterPath.Rule, "#!/bin/bash\n"), new(WrongInterpreterPath.Rule, "#!/usr/bin/../bin/bash\n"),
        new(HardcodedToolPath.Rule, "#!/usr/bin/bash\n/opt/local/bin/x\n"), new(HardcodedToolPath.Rule, "#!/bin/sh\n/opt/local/bin/x\n", Mode: 0b100_100_100) { Path = "usr/lib/x" },
        new(PythonNodeVersion.Rule, "#!/usr/bin/python2.7\n"), new(PythonNodeVersion.Rule, "#!/usr/node/16/bin/node -a -b\n"), new(PythonNodeVersion.Rule, "#!/usr/bin/env perl5.36\n"),
    ];

    private static readonly Gen<(string Path, int Mode, string Text)[]> Sound =
        Gen.Select(Gen.OneOf(SoundPlaces), Gen.OneOf(SoundLines)).Array[0, 6].Select(scripts =>
            scripts.Select((script, i) => (script.Item1.Path.Replace("~", $"{i}", StringComparison.Ordinal), script.Item1.Mode, script.Item2 + "echo\n")).ToArray());

    [Fact]
    public void A_sound_platform_is_left_in_peace() => Sound.Sample(sound => Findings(sound).Should().BeEmpty(), iter: ManifestSoup.Iterations(100));

    [Fact]
    public void A_fault_is_found_and_nothing_else() => Gen.Select(Gen.OneOf(Faults), Sound).Sample(
        (fault, sound) => Findings([.. sound, (fault.Path, fault.Mode, fault.Text)])
            .Select(finding => (finding.Rule.Id, finding.Severity, finding.Subject!.Path))
            .Should().Equal((fault.Rule.Id, fault.Severity, fault.Path)),
        iter: ManifestSoup.Iterations(Faults.Length * 8));

    [Fact]
    public void Every_rule_about_scripts_has_a_fault() => Faults.Select(fault => fault.Rule).Should().Contain(ScriptRules.All);

    [Fact]
    public void Nothing_that_a_line_can_say_makes_a_rule_fail() => Gen.OneOf(
            "/", "usr", "bin", "..", ".", "sh", "bash", "env", "perl", "wrapper", "x", "-S", "-i", "=", " ", "\t", "\r", "\0", "#", "5.12", "python2", "opt/local", "proto")
        .Array[0, 12].Sample(
            pieces => Findings(("usr/bin/x", 0b101_101_101, $"#!{string.Concat(pieces)}\n")).Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems(),
            iter: ManifestSoup.Iterations(1500));

    private static Finding[] Findings(params (string Path, int Mode, string Text)[] scripts)
    {
        var entries = new Dictionary<ImagePath, Inode> { [ImagePath.Root] = NewInode.Directory(0b111_101_101, 0) };
        foreach ((string path, int mode, string text) in Platform.Concat(scripts)) Add(path, NewInode.File(mode, 0, new MemoryBytes(Encoding.UTF8.GetBytes(text))));
        foreach ((string path, string target) in Links) Add(path, NewInode.Link(target, 0));
        var input = new AuditInput
        {
            Tree = new FileTree(entries.Select(entry => new TreeEntry(entry.Key, entry.Value))),
            Profile = SmartOs.Profile,
            Accounts = AccountTables.Base,
        };
        return [.. ScriptRules.Check(ImageScan.Read(input, new AuditSettings(1, CancellationToken.None)))];

        void Add(string text, Inode inode)
        {
            ImagePath path = ImagePath.Parse(text);
            entries[path] = inode;
            for (ImagePath parent = path.Parent; !entries.ContainsKey(parent); parent = parent.Parent) entries.Add(parent, NewInode.Directory(0b111_101_101, 0));
        }
    }

    private sealed record Planted(Rule Rule, string Text, int Mode = 0b101_101_101)
    {
        public Severity Severity { get; init; } = Rule.Severity;

        public string Path { get; init; } = "usr/bin/x";
    }
}
