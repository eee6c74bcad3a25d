namespace Foldstream;

/// <summary>The rule of an option that is one of a few.</summary>
internal static class DefinedOption
{
    public static TEnum Check<TEnum>(TEnum value, string option)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} is one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
}
