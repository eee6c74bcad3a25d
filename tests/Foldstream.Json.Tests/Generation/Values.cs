using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Foldstream.Json.Tests;

/// <summary>Makes values of any type of the catalogue, with a liking for the extremes.</summary>
internal sealed class Values(Random random)
{
    private const int LongestCollection = 3;

    public object Create(Type type) => Scalars.Create(random, type) ?? CreateCollection(type) ?? CreateObject(type);

    private object? CreateNullable(Type type, NullabilityInfo nullability)
    {
        if (nullability.ReadState == NullabilityState.Nullable && random.Next(4) == 0)
            return null;
        return Create(Nullable.GetUnderlyingType(type) ?? type);
    }

    private object? CreateCollection(Type type)
    {
        if (type.IsArray)
            return CreateArray(type.GetElementType()!);
        if (!type.IsGenericType)
            return null;
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Call(nameof(CreateImmutableArray), arguments[0]);
        return arguments.Length == 2 ? Call(nameof(CreateDictionary), arguments[1]) : Call(nameof(CreateList), arguments[0]);
    }

    private object Call(string method, Type element) =>
        typeof(Values).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(element).Invoke(this, null)!;

    private Array CreateArray(Type element)
    {
        var array = Array.CreateInstance(element, random.Next(LongestCollection + 1));
        for (var index = 0; index < array.Length; index++)
            array.SetValue(CreateElement(element), index);
        return array;
    }

    private List<T> CreateList<T>() => [.. (T[])CreateArray(typeof(T))];

    private ImmutableArray<T> CreateImmutableArray<T>() => [.. (T[])CreateArray(typeof(T))];

    private Dictionary<string, T> CreateDictionary<T>()
    {
        var dictionary = new Dictionary<string, T>();
        for (var left = random.Next(LongestCollection + 1); left > 0; left--)
            dictionary[Scalars.Text(random)] = (T)CreateElement(typeof(T))!;
        return dictionary;
    }

    // Of a reference the annotation is gone at run time, and null is read and written whatever it says.
    private object? CreateElement(Type type)
    {
        var canBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        return canBeNull && random.Next(6) == 0 ? null : Create(Nullable.GetUnderlyingType(type) ?? type);
    }

    private object CreateObject(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().MinBy(candidate => candidate.GetParameters().Length);
        var arguments = constructor?.GetParameters().Select(parameter => CreateNullable(parameter.ParameterType, nullability.Create(parameter))).ToArray();
        var value = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0))
            property.SetValue(value, CreateNullable(property.PropertyType, nullability.Create(property)));
        return value;
    }
}
