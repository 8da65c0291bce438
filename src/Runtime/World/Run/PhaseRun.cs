using System.Globalization;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Processes;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.World.Facts;
using ManifestLinker.Runtime.World.Plan;
using ManifestLinker.Runtime.World.Sources;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>
/// Runs one phase, in a process of its own that ninja starts. The stamp goes first and comes back last, when the outputs are whole: whoever is killed in
/// between leaves a phase that has no stamp, and runs again.
/// </summary>
internal sealed class PhaseRun(Invocation invocation, WorldFolder folder, PhaseJob job, FactList facts, IActionStore? store, PhaseHook hook, string run)
{
    private readonly IHost host = invocation.Host;
    private readonly DateTimeOffset started = invocation.Clock.GetUtcNow();

    /// <summary>Runs it, or takes what it makes from the store; gives whether all is there.</summary>
    public bool Run(CancellationToken cancel)
    {
        if (IsDone()) return true;
        Save(PhaseStatus.Running);
        try
        {
            return Make(cancel);
        }
        catch (OperationCanceledException)
        {
            Save(PhaseStatus.Interrupted);
            throw;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(HostMessage.Of(wrong, invocation.WorkingDirectory));
        }
    }

    private bool IsDone() =>
        Stamp.Read(host.Files, folder.Stamp(job.Phase)) is { IsSettled: true } stamp && stamp.Facts.Key == facts.Key && job.Outputs.All(output => host.Status(output) is not null);

    private bool Make(CancellationToken cancel)
    {
        host.Files.File.Delete(folder.StampAside(job.Phase));
        host.Files.File.Delete(folder.Stamp(job.Phase));
        host.Files.File.Delete(folder.Log(job.Phase));
        // A phase that makes nothing is run for its own sake, as a check of this machine is.
        StoredOutputs? stored = store is null || job.Outputs.Count == 0 ? null : new StoredOutputs(store, host, folder, job);
        if (stored?.Restore(facts.Key, cancel) == true) return Finish(PhaseStatus.Restored, isSettled: true, note: null);
        // What a phase finds of its own is no input: where it finds anything, what it makes is not for others.
        bool isFresh = true;
        foreach (string output in job.Outputs)
        {
            if (!job.KeepsOutputs) Removal.Remove(host.Files, output);
            else isFresh &= host.Status(output) is null;
            host.Files.Directory.CreateDirectory(host.Files.Path.GetDirectoryName(output)!);
        }
        int status = RunCommand(cancel);
        if (status != 0) return Fail(note: null, status);
        if (job.Outputs.FirstOrDefault(output => host.Status(output) is null) is { } missing)
            return Fail($"it ended well, and did not make {RelativeToWorkspace(missing)}", status);
        string? doubt = WhatChanged(cancel) ?? UncertainNeed();
        if (doubt is null && isFresh) stored?.Keep(facts.Key, cancel);
        return Finish(PhaseStatus.Ran, isSettled: doubt is null, doubt);
    }

    private int RunCommand(CancellationToken cancel)
    {
        ProgramCall call = hook.Wrap(PhaseCall.Of(job, invocation.Environment)).LoggedTo(folder.Log(job.Phase));
        int status = ProgramRunner.Run(call, _ => { }, cancel);
        hook.Ended(status);
        return status;
    }

    private string? WhatChanged(CancellationToken cancel)
    {
        var states = new SourceStates(invocation with { Cancel = cancel }, job.LeftOut);
        Fact[] now = [.. job.Sources.SelectMany(source => states.Of(source.Key, source.Value))];
        if (now.Select(fact => fact.Line).SequenceEqual(facts.Sources.Select(fact => fact.Line), StringComparer.Ordinal)) return null;
        var changed = new FactList(facts.Facts.Where(fact => fact.Fields[0] != FactList.SourceField).Concat(now));
        var before = new FactList(facts.Facts.Where(fact => fact.Fields[0] != FactList.SourceField).Concat(facts.Sources));
        return $"{string.Join("; ", FactChanges.Between(before, changed))} while it ran, so it will run again";
    }

    private string? UncertainNeed() => job.After.FirstOrDefault(needed => Stamp.Read(host.Files, folder.Stamp(needed)) is not { IsSettled: true }) is { } uncertain
        ? $"the sources of phase {uncertain} changed while that ran, so this will run again, too"
        : null;

    private bool Finish(PhaseStatus status, bool isSettled, string? note)
    {
        new Stamp(facts, isSettled).Write(host.Files, folder.Stamp(job.Phase));
        Save(status, note, status == PhaseStatus.Ran ? 0 : null);
        return true;
    }

    private bool Fail(string? note, int? status = null)
    {
        Save(PhaseStatus.Failed, note ?? string.Create(CultureInfo.InvariantCulture, $"exit status {status}"), status);
        return false;
    }

    private void Save(PhaseStatus status, string? note = null, int? exitStatus = null) =>
        new PhaseState(job.Phase, run, status, facts.Key.Hex, started)
        {
            ExitStatus = exitStatus,
            Ended = status == PhaseStatus.Running ? null : invocation.Clock.GetUtcNow(),
            Note = note,
        }.Write(host.Files, folder.State(job.Phase));

    private string RelativeToWorkspace(string path) => host.Files.Path.GetRelativePath(host.Files.Path.GetDirectoryName(job.WorkspaceFile)!, path);
}
