using System.Globalization;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// What an object should be, in words, which come in any order but keep it where the object has one.
/// <list type="bullet">
/// <item><c>32</c>, <c>64</c>, <c>big</c>: class and byte order. Without them 64 bits, lowest byte first.</item>
/// <item><c>exec</c>, <c>dyn</c>, <c>rel</c>, <c>core</c>: its type; <c>dyn</c> where none is given.</item>
/// <item><c>machine=N</c>, <c>osabi=N</c>: <c>e_machine</c> and <c>EI_OSABI</c>, decimal.</item>
/// <item><c>interp=PATH</c>, <c>interp-unterminated=PATH</c>, <c>nointerp</c>: the interpreter, which a program has of itself.</item>
/// <item><c>static</c>: neither dynamic section nor interpreter.</item>
/// <item><c>needed=</c> (with <c>+lazy</c>, <c>+deferred</c>), <c>soname=</c>, <c>rpath=</c>, <c>runpath=</c>, <c>filter=</c>, <c>auxiliary=</c>, <c>sunwfilter=</c>,
/// <c>sunwauxiliary=</c>, <c>config=</c>, <c>audit=</c>, <c>depaudit=</c>, <c>flags=HEX</c>, <c>flags1=HEX</c>, <c>textrel</c>: dynamic entries, in this order.</item>
/// <item><c>stack=rw</c>, <c>rwx</c> or <c>none</c>: PT_SUNWSTACK; <c>gnustack=rw</c> or <c>rwx</c>: PT_GNU_STACK; <c>load=rwx</c>: a further PT_LOAD.</item>
/// <item><c>section=NAME</c>: a further section; <c>nosections</c>: no section headers.</item>
/// <item><c>defines=VERSION</c> (<c>+weak</c>), <c>needs=FILE:VERSION</c> (<c>+weak</c>, <c>+info</c>): versions.</item>
/// <item><c>export=NAME</c> or <c>export=NAME@VERSION</c>, <c>want=NAME</c> (<c>+weak</c>, <c>+parent</c>, <c>+extern</c>, <c>+bound=NEEDED</c>): symbols.</item>
/// <item><c>cap=HEX</c>: hardware capabilities; <c>text=STRING</c> in .rodata; <c>debugtext=STRING</c> in .debug_str; <c>depends_on=STRING</c>, commas for blanks.</item>
/// <item><c>truncate=N</c>, <c>corrupt=OFFSET:BYTE</c>: done to the bytes at the end.</item>
/// </list>
/// </summary>
internal sealed class ElfWords
{
    private static readonly string[] Flags = ["32", "64", "big", "exec", "dyn", "rel", "core", "nointerp", "static", "textrel", "nosections"];

    private static readonly string[] Named =
    [
        "machine", "osabi", "interp", "interp-unterminated", "needed", "soname", "rpath", "runpath", "filter", "auxiliary", "sunwfilter", "sunwauxiliary",
        "config", "audit", "depaudit", "flags", "flags1", "stack", "gnustack", "load", "section", "defines", "needs", "export", "want", "cap", "text",
        "debugtext", "depends_on", "truncate", "corrupt",
    ];

    private ElfWords(IReadOnlyList<(string Name, string Value)> all) => All = all;

    /// <summary>The words, as written; those without a value have an empty one.</summary>
    public IReadOnlyList<(string Name, string Value)> All { get; }

    public bool Is64 => !Has("32");

    public bool IsBig => Has("big");

    /// <summary><c>e_type</c>.</summary>
    public int Type => Has("rel") ? 1 : Has("exec") ? 2 : Has("core") ? 4 : 3;

    public bool IsRelocatable => Type == 1;

    public bool IsDynamic => !Has("static") && Type != 4;

    public int Machine => Number("machine", Is64 ? 62 : 3);

    public int OsAbi => Number("osabi", 0);

    /// <summary>The path of the interpreter, without the NUL at its end.</summary>
    public string? Interpreter => Value("interp-unterminated") ?? Value("interp")
        ?? (Type == 2 && IsDynamic && !Has("nointerp") ? Is64 ? "/usr/lib/amd64/ld.so.1" : "/usr/lib/ld.so.1" : null);

    /// <summary>What PT_SUNWSTACK permits; null where there is no such header.</summary>
    public string? Stack => Value("stack") is { } given ? given == "none" ? null : given : Type == 2 || Interpreter is not null ? "rw" : null;

    public static ElfWords Parse(string text)
    {
        var all = new List<(string, string)>();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? word : word[..equals];
            if (!(equals < 0 ? Flags : Named).Contains(name)) throw new FormatException($"'{word}' is no word of an ELF object");
            all.Add((name, equals < 0 ? "" : word[(equals + 1)..]));
        }
        return new ElfWords(all);
    }

    public bool Has(string name) => All.Any(word => word.Name == name);

    public string? Value(string name) => Values(name).LastOrDefault();

    public IEnumerable<string> Values(string name) => All.Where(word => word.Name == name).Select(word => word.Value);

    /// <summary>The bits of PF_X, PF_W and PF_R.</summary>
    public static uint Permissions(string letters) =>
        (letters.Contains('r', StringComparison.Ordinal) ? 4u : 0) | (letters.Contains('w', StringComparison.Ordinal) ? 2u : 0) | (letters.Contains('x', StringComparison.Ordinal) ? 1u : 0);

    private int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
