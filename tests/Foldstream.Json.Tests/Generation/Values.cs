using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

/// <summary>Makes values of any type of the catalogue, with a liking for the extremes.</summary>
internal sealed class Values(Random random)
{
    private const int LongestCollection = 3;

    private static readonly Dictionary<Type, string> Makers = new()
    {
        [typeof(ImmutableArray<>)] = nameof(CreateImmutableArray),
        [typeof(ImmutableList<>)] = nameof(CreateImmutableList),
        [typeof(ImmutableHashSet<>)] = nameof(CreateImmutableHashSet),
        [typeof(ImmutableDictionary<,>)] = nameof(CreateImmutableDictionary),
        [typeof(SortedSet<>)] = nameof(CreateSortedSet),
        [typeof(Queue<>)] = nameof(CreateQueue),
        [typeof(KeyValuePair<,>)] = nameof(CreatePair),
        [typeof(HashSet<>)] = nameof(CreateSet),
        [typeof(ISet<>)] = nameof(CreateSet),
        [typeof(IReadOnlySet<>)] = nameof(CreateSet),
    };

    // What holds itself ends somewhere.
    private int depth;

    private bool IsDeep => depth > 5;

    public object Create(Type type)
    {
        depth++;
        var value = Scalars.Create(random, type) ?? CreateCollection(type) ?? CreateObject(KindOf(type));
        depth--;
        return value;
    }

    // The first of the types that a base lists holds no other one.
    private Type KindOf(Type type)
    {
        var kinds = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(attribute => attribute.DerivedType).ToList();
        if (!type.IsAbstract && !kinds.Contains(type))
            kinds.Add(type);
        return kinds[IsDeep ? 0 : random.Next(kinds.Count)];
    }

    private object? CreateNullable(Type type, NullabilityInfo nullability)
    {
        if (nullability.ReadState == NullabilityState.Nullable && (IsDeep || random.Next(4) == 0))
            return null;
        return Create(Nullable.GetUnderlyingType(type) ?? type);
    }

    private object? CreateCollection(Type type)
    {
        if (type.IsArray)
            return CreateArray(type.GetElementType()!);
        if (!type.IsGenericType || !type.Namespace!.StartsWith("System.Collections.", StringComparison.Ordinal))
            return null;
        var arguments = type.GetGenericArguments();
        return Call(Makers.GetValueOrDefault(type.GetGenericTypeDefinition(), arguments.Length == 2 ? nameof(CreateDictionary) : nameof(CreateList)), arguments);
    }

    private object Call(string method, params Type[] elements) =>
        typeof(Values).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(elements).Invoke(this, null)!;

    private int Length() => IsDeep ? 0 : random.Next(LongestCollection + 1);

    private Array CreateArray(Type element)
    {
        var array = Array.CreateInstance(element, Length());
        for (var index = 0; index < array.Length; index++)
            array.SetValue(CreateElement(element), index);
        return array;
    }

    private List<T> CreateList<T>() => [.. (T[])CreateArray(typeof(T))];

    private ImmutableArray<T> CreateImmutableArray<T>() => [.. (T[])CreateArray(typeof(T))];

    private ImmutableList<T> CreateImmutableList<T>() => [.. (T[])CreateArray(typeof(T))];

    private ImmutableHashSet<T> CreateImmutableHashSet<T>() => [.. (T[])CreateArray(typeof(T))];

    private HashSet<T> CreateSet<T>() => [.. (T[])CreateArray(typeof(T))];

    private SortedSet<T> CreateSortedSet<T>() => [.. ((T[])CreateArray(typeof(T))).Where(item => item is not null)];

    private Queue<T> CreateQueue<T>() => new((T[])CreateArray(typeof(T)));

    private KeyValuePair<TKey, TValue> CreatePair<TKey, TValue>() => new((TKey)Create(typeof(TKey)), (TValue)Create(typeof(TValue)));

    private ImmutableDictionary<TKey, TValue> CreateImmutableDictionary<TKey, TValue>()
        where TKey : notnull => CreateDictionary<TKey, TValue>().ToImmutableDictionary();

    private Dictionary<TKey, TValue> CreateDictionary<TKey, TValue>()
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TValue>();
        for (var left = Length(); left > 0; left--)
            dictionary[(TKey)Create(typeof(TKey))] = (TValue)CreateElement(typeof(TValue))!;
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
