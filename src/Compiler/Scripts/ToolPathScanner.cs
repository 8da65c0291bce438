using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>
/// Finds the absolute paths of programs below some directories in the text of a script, as it passes by in pieces. A path counts where a
/// word begins, so <c>$ROOT/opt/local/bin/x</c> does not; what a comment says does not, nor does the first line. The memory it takes
/// does not depend on the text.
/// </summary>
/// <param name="directories">The directories, each as <c>/opt/local/bin/</c>.</param>
/// <param name="comments">How the language of the script writes comments.</param>
public sealed class ToolPathScanner(IReadOnlyList<string> directories, CommentStyle comments)
{
    private const int LongestPath = 256, MostKept = 64;

    private readonly List<ToolPath> found = [];
    private readonly HashSet<string> seen = [];
    private readonly byte[] word = new byte[LongestPath];
    private int wordLength = -1;
    private int line = 1;
    private byte before = (byte)'\n';
    private byte quote;
    private Comment comment = Comment.None;

    private enum Comment
    {
        None,
        Line,
        Block,
    }

    /// <summary>What was found so far: each program once, at the line where it stands first. Of very many only the first are kept.</summary>
    public IReadOnlyList<ToolPath> Found => found;

    /// <summary>Takes the next bytes of the text.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes) Take(b);
    }

    /// <summary>Says that the text is over.</summary>
    public void Finish() => EndWord();

    private void Take(byte b)
    {
        if (b == '\n')
        {
            EndWord();
            line++;
            quote = 0;
            if (comment == Comment.Line) comment = Comment.None;
        }
        else if (comment != Comment.None)
        {
            if (comment == Comment.Block && b == '/' && before == '*') comment = Comment.None;
        }
        else if (BeginsComment(b))
        {
            // The star that begins a comment does not end it.
            wordLength = -1;
            before = 0;
            return;
        }
        else if (wordLength >= 0)
        {
            if (IsOfPath(b)) Append(b);
            else EndWord();
        }
        else if (b == '/' && !ContinuesWord())
        {
            wordLength = 0;
            Append(b);
        }
        if (b is (byte)'"' or (byte)'\'' && comment == Comment.None && before != '\\') quote = quote == 0 ? b : quote == b ? (byte)0 : quote;
        before = b;
    }

    // '#' begins one where a word begins, '//' and '/*' anywhere; in quotation marks that are closed on the same line none does.
    private bool BeginsComment(byte b)
    {
        if (quote != 0) return false;
        comment = comments == CommentStyle.Hash
            ? b == '#' && " \t\n;(&|"u8.Contains(before) ? Comment.Line : Comment.None
            : before != '/' ? Comment.None
            : b == '/' ? Comment.Line
            : b == '*' ? Comment.Block
            : Comment.None;
        return comment != Comment.None;
    }

    // A variable stands before it, or a quotation that is over: "$ROOT"/opt.
    private bool ContinuesWord() =>
        IsOfPath(before) || before is (byte)'}' or (byte)')' || (before is (byte)'"' or (byte)'\'' && quote != before);

    private static bool IsOfPath(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'/' or (byte)'_' or (byte)'-' or (byte)'.' or (byte)'+' or (byte)'@' or (byte)'%' or >= 0x80;

    // A longer path is no program of anybody's.
    private void Append(byte b)
    {
        if (wordLength < word.Length) word[wordLength] = b;
        wordLength = Math.Min(wordLength + 1, word.Length + 1);
    }

    private void EndWord()
    {
        if (wordLength > 0 && wordLength <= word.Length && line > 1) Take(EscapedUtf8.Decode(word.AsSpan(0, wordLength)).TrimEnd('.', '/'));
        wordLength = -1;
    }

    private void Take(string path)
    {
        if (found.Count < MostKept && directories.Any(directory => path.Length > directory.Length && path.StartsWith(directory, StringComparison.Ordinal)) && seen.Add(path))
            found.Add(new(path, line));
    }
}

/// <summary>The path of a program in a text, and its line, from 1.</summary>
public readonly record struct ToolPath(string Path, int Line);

/// <summary>How a language writes comments.</summary>
public enum CommentStyle
{
    /// <summary>From <c>#</c> to the end of the line: shells, perl, python, awk.</summary>
    Hash,

    /// <summary>From <c>//</c> to the end of the line, or from <c>/*</c> to <c>*/</c>: JavaScript, D.</summary>
    Slash,
}
