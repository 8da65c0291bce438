using System.Text;

namespace ManifestLinker.Compiler.Import.Ips;

/// <summary>Words as a shell divides them, which is how the arguments of a transform are written.</summary>
internal static class ShellWords
{
    /// <summary>The words of <paramref name="text"/>; null where a quotation mark has no partner.</summary>
    public static IReadOnlyList<string>? Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char mark = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (mark != '\0' ? character == mark : character is '"' or '\'')
            {
                mark = mark == '\0' ? character : '\0';
                word ??= new StringBuilder();
            }
            else if (character == '\\' && mark != '\'' && i + 1 < text.Length && (mark == '\0' || text[i + 1] is '"' or '\\'))
            {
                (word ??= new StringBuilder()).Append(text[++i]);
            }
            else if (mark == '\0' && char.IsWhiteSpace(character))
            {
                if (word is not null) words.Add(word.ToString());
                word = null;
            }
            else
            {
                (word ??= new StringBuilder()).Append(character);
            }
        }
        if (word is not null) words.Add(word.ToString());
        return mark == '\0' ? words : null;
    }
}
