using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>
/// Applies the fixes of findings, checks again, and so on until there is nothing left to apply. A round mends what one phase found,
/// the earliest first: what lines mean together is known only when each can be read. A fix that would bring an error is left out.
/// </summary>
public sealed class Mender
{
    /// <summary>After so many rounds the fixes are taken to undo each other.</summary>
    public const int MostRounds = 50;

    // Finding out which fix brings an error takes a check for each try.
    private const int MostTrials = 100;

    private readonly FixSafety most;
    private readonly Func<IReadOnlyList<SourceText>, CheckedTexts> check;
    private readonly List<HeldBack> heldBack = [];
    private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);
    private int trials;

    private Mender(FixSafety most, Func<IReadOnlyList<SourceText>, CheckedTexts> check)
    {
        this.most = most;
        this.check = check;
    }

    /// <summary>
    /// Mends <paramref name="texts"/> by fixes that are at most <paramref name="most"/>. <paramref name="check"/> tells what is
    /// wrong with texts, given in this order; fixes that change any other text are left alone.
    /// </summary>
    public static Mended Mend(IReadOnlyList<SourceText> texts, FixSafety most, Func<IReadOnlyList<SourceText>, CheckedTexts> check)
    {
        if (most == FixSafety.Offered) throw new ArgumentOutOfRangeException(nameof(most), most, "only the author can choose among what is offered");
        return new Mender(most, check).Run(texts);
    }

    private Mended Run(IReadOnlyList<SourceText> texts)
    {
        CheckedTexts last = check(texts);
        int mended = 0;
        Rule[] unsettled = [];
        int whenHeldBack = 0;
        for (int round = 0; ; round++)
        {
            List<Candidate> candidates = Applicable(last, texts);
            if (candidates.Count == 0)
            {
                // What stood in the way of a fix may have been mended since.
                if (heldBack.Count == 0 || mended == whenHeldBack) break;
                heldBack.Clear();
                leftOut.Clear();
                whenHeldBack = mended;
                candidates = Applicable(last, texts);
            }
            if (round == MostRounds)
            {
                unsettled = [.. candidates.Select(candidate => candidate.Finding.Rule).Distinct()];
                break;
            }
            (int applied, texts, last) = Apply(WithoutOverlaps(candidates), texts, last);
            mended += applied;
        }
        return new Mended { Texts = texts, Last = last, Fixed = mended, HeldBack = heldBack, Unsettled = unsettled };
    }

    // The fixes of the earliest phase that has any, in the order of their findings.
    private List<Candidate> Applicable(CheckedTexts last, IReadOnlyList<SourceText> texts)
    {
        HashSet<SourceText> ours = [.. texts];
        var found = new List<Candidate>();
        foreach (Finding finding in last.Verdict.Findings)
        {
            if (found.Count > 0 && finding.Rule.Phase > found[0].Finding.Rule.Phase) continue;
            Fix? fix = finding.Fixes.FirstOrDefault(fix => fix.Safety <= most && fix.Edits.All(edit => ours.Contains(edit.Source)) && fix.Edits.Any(Changes));
            if (fix is null || leftOut.Contains(finding.Fingerprint)) continue;
            if (found.Count > 0 && finding.Rule.Phase < found[0].Finding.Rule.Phase) found.Clear();
            found.Add(new Candidate(finding, fix));
        }
        return found;
    }

    private static Candidate[] WithoutOverlaps(IEnumerable<Candidate> candidates)
    {
        var batch = new EditBatch();
        List<Candidate> chosen = [];
        foreach (Candidate candidate in candidates)
        {
            if (batch.TryAdd(candidate.Fix)) chosen.Add(candidate);
        }
        return [.. chosen];
    }

    // Applies all that bring no error. Where some do, they are looked for by halves.
    private (int Applied, IReadOnlyList<SourceText> Texts, CheckedTexts Found) Apply(
        Candidate[] batch, IReadOnlyList<SourceText> texts, CheckedTexts last)
    {
        var errors = new BroughtErrors(last);
        var good = new List<Candidate>();
        (IReadOnlyList<SourceText> Texts, CheckedTexts Found) best = (texts, last);
        var pending = new Stack<ArraySegment<Candidate>>([batch]);
        while (pending.TryPop(out ArraySegment<Candidate> part))
        {
            if (trials > MostTrials)
            {
                foreach (Candidate untried in part) HoldBack(untried, brings: null);
                continue;
            }
            var edits = new EditBatch();
            foreach (Candidate candidate in good.Concat(part)) edits.TryAdd(candidate.Fix);
            EditedText[] edited = [.. texts.Select(edits.Apply)];
            SourceText[] now = [.. edited.Select(text => text.After)];
            CheckedTexts found = check(now);
            IReadOnlyList<Finding> brought = errors.Among(found.Verdict.Findings, edited);
            if (brought.Count == 0)
            {
                good.AddRange(part);
                best = (now, found);
                continue;
            }
            trials++;
            if (part.Count == 1)
            {
                HoldBack(part[0], brought[0]);
                continue;
            }
            pending.Push(part[(part.Count / 2)..]);
            pending.Push(part[..(part.Count / 2)]);
        }
        return (good.Count, best.Texts, best.Found);
    }

    private void HoldBack(Candidate candidate, Finding? brings)
    {
        leftOut.Add(candidate.Finding.Fingerprint);
        heldBack.Add(new HeldBack(candidate.Finding, candidate.Fix, brings));
    }

    private static bool Changes(Edit edit) => !edit.Source.Text.AsSpan(edit.Start, edit.Length).SequenceEqual(edit.Replacement);

    private readonly record struct Candidate(Finding Finding, Fix Fix);
}
