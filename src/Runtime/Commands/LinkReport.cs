using System.Globalization;
using System.Text;
using ManifestLinker.Linker.Inputs;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Ufs;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Commands;

/// <summary>Tells people what a link will make, or has made.</summary>
internal static class LinkReport
{
    private const int MostTouched = 6;

    /// <summary>What the plan says.</summary>
    public static string Forecast(LinkPlan plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Input.Prefix} would be linked from {KiB(plan.SourceBytes)} of sources\n");
        foreach (AppliedTransform transform in plan.Transforms) text.Append(CultureInfo.InvariantCulture, $"  {VisibleText.Of(transform.Name)}{Touched(plan.Input, transform)}\n");
        text.Append(FileSystem("/usr", plan.Usr));
        text.Append(FileSystem("root", plan.RootBeforeUsr));
        if (plan.DebugBytes > 0) text.Append(CultureInfo.InvariantCulture, $"  root is {KiB(plan.DebugBytes)} larger than the profile says, because the kernel is a DEBUG one\n");
        text.Append(CultureInfo.InvariantCulture, $"  of root's free space, the compressed /usr takes what it needs: {KiB(plan.Usr.Geometry.ImageBytes)} before compression\n");
        return text.ToString();
    }

    /// <summary>What came out, in <paramref name="folder"/>, and what became of the <paramref name="steps"/>.</summary>
    public static string Summary(string folder, LinkResult result, IReadOnlyList<StepResult> steps, bool hasSbom)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"linked {result.Prefix}\n");
        text.Append(FileSystem("root", result.Root));
        text.Append(FileSystem("/usr", result.Usr));
        text.Append(CultureInfo.InvariantCulture, $"  usr.lgz {KiB(result.CompressedUsrBytes)}, from {KiB(result.Usr.Geometry.ImageBytes)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  boot_archive sha1 {result.BootArchiveSha1}\n");
        foreach (StepResult step in steps) text.Append(CultureInfo.InvariantCulture, $"  step {step.Name}: {Became(step)}\n");
        text.Append('\n');
        string[] rows =
        [
            $"{result.Prefix}/", "the platform: boot archive, kernel, digests",
            .. result.KeepsPassword ? new[] { $"{result.Prefix}/root.password", "the password of root, in clear; in the package, too" } : [],
            $"{result.Prefix}.tgz", "the same, packed",
            $"{result.Prefix}.spec", "mtree(5) listing of the image",
            $"{result.Prefix}.log", "where each object came from",
            $"{result.Prefix}.inputs.json", "everything it was made from",
            .. hasSbom ? [$"{result.Prefix}.spdx.json", "bill of materials, SPDX 2.3"] : (string[])[],
        ];
        foreach (string[] row in rows.Chunk(2)) text.Append(CultureInfo.InvariantCulture, $"  {Path(folder, row[0]),-48} {row[1]}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nlook inside: mlc ls -l {Path(folder, "platform-latest")}    prove it: mlc verify {Path(folder, "platform-latest")}\n");
        return text.ToString();
    }

    private static string Touched(LinkInput input, AppliedTransform transform)
    {
        // A program of the workspace does not run in a forecast, and its name says what it would make.
        if (transform.Touched.Count == 0) return input.Steps.Any(step => step.Name == transform.Name) ? "" : ": nothing to do";
        string shown = string.Join(", ", transform.Touched.Take(MostTouched).Select(path => path.IsRoot ? "/" : VisibleText.Of(path.Text)));
        return transform.Touched.Count <= MostTouched ? $": {shown}" : string.Create(CultureInfo.InvariantCulture, $": {shown} and {transform.Touched.Count - MostTouched} more");
    }

    private static string Became(StepResult step) => step.Outcome switch
    {
        StepOutcome.Ran => $"run; its log is .mlc/steps/{step.Name}.log beside mlc.toml",
        StepOutcome.Unchanged => "not run, because nothing that it depends on has changed",
        StepOutcome.Recorded => $"not run; its outputs are from {step.Recorded}",
        _ => $"skipped, because {step.Reason}",
    };

    private static string FileSystem(string name, UfsPlan plan)
    {
        UfsUsage usage = plan.Usage;
        int perBlock = plan.Geometry.FragmentsPerBlock;
        long used = usage.FragmentsUsed;
        long all = used + ((long)usage.BlocksFree * perBlock) + usage.FragmentsFree;
        int inodes = usage.InodesUsed + usage.InodesFree;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-5} {KiB(plan.Geometry.ImageBytes)}: {KiB(used * plan.Geometry.FragmentSize)} used of {KiB(all * plan.Geometry.FragmentSize)} ({used * 100 / all} %), {usage.InodesUsed} of {inodes} inodes\n");
    }

    private static string Path(string folder, string name) => folder is "." ? name : $"{folder.TrimEnd('/')}/{name}";

    private static string KiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KiB");
}
