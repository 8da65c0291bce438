namespace ManifestLinker.Linker;

/// <summary>Is told which pass runs and how far it is: for progress on a terminal, and for the table of times.</summary>
public interface IPassObserver
{
    /// <summary>
    /// Runs <paramref name="work"/> as the pass <paramref name="name"/>, which goes through <paramref name="bytes"/> bytes (0 where
    /// that says nothing), and hands it what to call with the bytes done since the last call, from any thread.
    /// </summary>
    T Pass<T>(string name, long bytes, Func<Action<long>, T> work);
}
