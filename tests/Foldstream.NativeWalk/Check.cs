using System.Runtime.CompilerServices;

namespace Foldstream.NativeWalk;

/// <summary>What a native program asserts of itself: no test framework runs without reflection.</summary>
public static class Check
{
    public static void That(bool holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        if (!holds)
            throw new InvalidOperationException($"Does not hold: {what}");
    }

    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InvalidOperationException($"{what}: expected {expected}, was {actual}");
    }

    public static async Task<TError> ThrowsAsync<TError>(Func<Task> act, [CallerArgumentExpression(nameof(act))] string what = "")
        where TError : Exception
    {
        try
        {
            await act();
        }
        catch (TError expected)
        {
            return expected;
        }

        throw new InvalidOperationException($"Threw no {typeof(TError).Name}: {what}");
    }
}
